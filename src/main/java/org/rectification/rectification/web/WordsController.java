package org.rectification.rectification.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.rectification.organization.Organization;
import org.rectification.rectification.Allowance;
import org.rectification.rectification.Allowances;
import org.rectification.rectification.CaseStage;
import org.rectification.rectification.Light;
import org.rectification.rectification.Phase;
import org.rectification.rectification.TaskKind;
import org.rectification.rectification.TaskStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/words")
@Tag(name = "用语", description = "代码与名称对照")
class WordsController {

    private final Organization organization;
    private final Allowances allowances;

    WordsController(Organization organization, Allowances allowances) {
        this.organization = organization;
        this.allowances = allowances;
    }

    record Words(Map<String, String> departments, Map<String, String> people, Map<String, String> stages, Map<String, String> statuses,
                 Map<String, String> kinds, Map<String, String> phases, Map<String, String> lights, Map<String, String> allowances) {}

    @GetMapping
    @Operation(summary = "科室、人员和各种状态在页面上怎么称呼")
    Words words() {
        return new Words(organization.departmentNames(), organization.personNames(), named(CaseStage.values(), CaseStage::label),
                named(TaskStatus.values(), TaskStatus::label), named(TaskKind.values(), TaskKind::label), named(Phase.values(), Phase::label), named(Light.values(), Light::label),
                named(Allowance.values(), allowances::label));
    }

    private static <E extends Enum<E>> Map<String, String> named(E[] codes, Function<E, String> label) {
        Map<String, String> named = new LinkedHashMap<>();
        Arrays.stream(codes).forEach(code -> named.put(code.name(), label.apply(code)));
        return named;
    }
}
