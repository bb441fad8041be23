package org.rectification.feedback.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.util.List;
import org.rectification.feedback.FeedbackFile;
import org.rectification.feedback.ProposedProblem;
import org.rectification.feedback.Reading;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/api/feedback-documents")
@Tag(name = "反馈文件", description = "把反馈文件读成问题清单")
class FeedbackController {

    /** @param flat the layout was not recognised, every paragraph is listed */
    record Preview(String title, List<Line> problems, List<String> unplaced, boolean flat) {}

    /**
     * @param aspect   null where the document names none
     * @param item     the heading between aspect and problem, null where there is none
     * @param progress null where the document tells none
     * @param doubt    what the document leaves open and a person must look at, null where nothing
     */
    record Line(int number, String aspect, String item, String title, String text, String progress, String doubt, List<String> measures) {
        static Line of(ProposedProblem problem) {
            return new Line(problem.number(), problem.aspect(), problem.item(), problem.title(), problem.text(), problem.progress(), problem.doubt() == null ? null : problem.doubt().label(), problem.measures());
        }
    }

    @PostMapping(path = "/preview", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(summary = "读出反馈文件（docx、txt、xlsx）中的问题，只看不存；未能归入问题的段落在 unplaced 中照录")
    Preview preview(@RequestPart(required = false) MultipartFile file) throws IOException {
        Reading reading = sent(file).read();
        return new Preview(reading.title(), reading.problems().stream().map(Line::of).toList(), reading.unplacedTexts(), reading.flat());
    }

    /** @param file null where the form sent none */
    static FeedbackFile sent(MultipartFile file) throws IOException {
        return file == null ? FeedbackFile.of(null, new byte[0]) : FeedbackFile.of(file.getOriginalFilename(), file.getBytes());
    }
}
