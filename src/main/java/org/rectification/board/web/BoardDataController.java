package org.rectification.board.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.rectification.board.Board;
import org.rectification.board.BoardFilter;
import org.rectification.board.Boards;
import org.rectification.organization.Person;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "看板", description = "一个案件的数字，供作图")
class BoardDataController {

    private final Boards boards;

    BoardDataController(Boards boards) {
        this.boards = boards;
    }

    @GetMapping("/api/board/{caseNumber}")
    @Operation(summary = "完成率、科室和方面的灯色、各问题任务的时限、销号走势、督办次数；可按科室、责任领导、灯色筛选")
    Board board(@PathVariable String caseNumber, @ParameterObject BoardFilter filter, Person reader) {
        return boards.of(caseNumber, filter, reader);
    }
}
