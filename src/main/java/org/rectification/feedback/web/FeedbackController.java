package org.rectification.feedback.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.rectification.feedback.ColumnsRead;
import org.rectification.feedback.Declared;
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

    /**
     * @param declared null where the document does not say how many problems the feedback named
     * @param wholes   each what problems from that number on may only be the parts of
     * @param columns  of tables, what they were read as and which were not
     * @param flat     the layout was not recognised, every paragraph is listed
     */
    record Preview(String title, Declared declared, List<Line> problems, List<Line> wholes, List<String> unplaced, List<ColumnsRead> columns, boolean flat) {
        static Preview of(Reading reading) {
            List<Line> wholes = reading.wholes().entrySet().stream().sorted(Map.Entry.comparingByKey()).map(first -> Line.of(first.getKey(), first.getValue())).toList();
            return new Preview(reading.title(), reading.declared().orElse(null), reading.problems().stream().map(problem -> Line.of(problem.number(), problem)).toList(), wholes, reading.unplacedTexts(), reading.columns(), reading.flat());
        }
    }

    /**
     * @param aspect   null where the document names none
     * @param item     the heading between aspect and problem, null where there is none
     * @param progress null where the document tells none
     * @param doubt    what the document leaves open and a person must look at, null where nothing
     */
    record Line(int number, String aspect, String item, String title, String text, String progress, String doubt, List<String> measures) {
        static Line of(int number, ProposedProblem problem) {
            return new Line(number, problem.aspect(), problem.item(), problem.title(), problem.text(), problem.progress(), problem.doubt() == null ? null : problem.doubt().label(), problem.measures());
        }
    }

    @PostMapping(path = "/preview", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(summary = "读出反馈文件（docx、txt、xlsx）中的问题，只看不存；未能归入问题的段落在 unplaced 中照录，表格各列读作什么、哪些没有读取在 columns，文件自己写明的问题数在 declared，也可能合为一个问题的在 wholes")
    Preview preview(@RequestPart(required = false) MultipartFile file) throws IOException {
        return Preview.of(sent(file).read());
    }

    /** @param file null where the form sent none */
    static FeedbackFile sent(MultipartFile file) throws IOException {
        if (file == null) return FeedbackFile.of(null, new byte[0]);
        FeedbackFile.requireNotTooLarge(file.getOriginalFilename(), file.getSize());
        return FeedbackFile.of(file.getOriginalFilename(), file.getBytes());
    }
}
