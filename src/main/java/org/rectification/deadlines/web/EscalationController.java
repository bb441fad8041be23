package org.rectification.deadlines.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.rectification.deadlines.DeadlineWatch;
import org.rectification.deadlines.LadderStep;
import org.rectification.deadlines.Letter;
import org.rectification.deadlines.LetterDocument;
import org.rectification.deadlines.Letters;
import org.rectification.organization.Organization;
import org.rectification.organization.Person;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/ladder/{id}")
@Tag(name = "督办", description = "逐级督办的一次，及其文书")
class EscalationController {

    private static final MediaType DOCX = MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private final DeadlineWatch watch;
    private final Letters letters;
    private final Organization organization;

    EscalationController(DeadlineWatch watch, Letters letters, Organization organization) {
        this.watch = watch;
        this.letters = letters;
        this.organization = organization;
    }

    /** @param earlier steps of the same matter that were taken before, newest first */
    record Sheet(LadderStep step, String situation, String told, String departmentName, String leadLeaderName, List<Earlier> earlier) {}

    record Earlier(String takenOn, String level, String situation, String status) {

        static Earlier of(LadderStep step) {
            return new Earlier(step.takenOn().toString(), step.rung().level(), step.situation(), step.effect().status().label());
        }
    }

    @GetMapping
    @Operation(summary = "一次督办的情况，及同一事项此前的各次督办")
    Sheet sheet(@PathVariable long id, Person reader) {
        LadderStep step = watch.step(id, reader);
        List<Earlier> earlier = watch.stepsOfTask(step.subject()).stream().filter(each -> each.id() < id && each.isReadableBy(reader)).map(Earlier::of).toList();
        return new Sheet(step, step.situation(), step.told(), organization.departmentNames().get(step.department()), leaderName(step), earlier);
    }

    private String leaderName(LadderStep step) {
        return step.leadLeader() == null ? null : Objects.requireNonNullElse(organization.personNames().get(step.leadLeader()), step.leadLeader());
    }

    @GetMapping("/letter.docx")
    @Operation(summary = "督办文书；须经确认的，确认之前为409")
    ResponseEntity<byte[]> letter(@PathVariable long id, Person reader) {
        Letter letter = letters.of(id, reader);
        return ResponseEntity.ok().contentType(DOCX)
                .header("Content-Disposition", ContentDisposition.attachment().filename(letter.fileName(), StandardCharsets.UTF_8).build().toString()).body(LetterDocument.of(letter));
    }
}
