package org.rectification.ledger;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A column of the official ledger, by whichever of its names people give it; the first one is ours. */
public enum LedgerField {
    NUMBER(Of.KEY, null, "序号", "问题序号", "问题编号", "编号"),
    ASPECT(Of.PROBLEM, "问题不能再修改", "方面", "问题方面", "所属方面", "存在方面", "问题类别", "类别"),
    PROBLEM(Of.PROBLEM, "问题不能再修改", "反馈问题", "巡察反馈问题", "反馈的问题", "存在问题", "主要问题", "具体问题", "问题清单", "问题表现", "问题"),
    GOAL(Of.TASK, "整改目标不能再修改", "整改目标", "目标任务", "目标要求", "目标"),
    TASK(Of.TASK, "任务须经任务调整（移交、合并、拆分、撤销）改动，请在任务页申请", "整改任务", "任务名称", "任务清单", "整改事项", "任务"),
    MEASURES(Of.TASK, "整改措施不能再修改，完成情况请在任务页逐条登记", "整改措施", "具体措施", "主要措施", "措施清单", "工作措施", "整改举措", "举措", "措施"),
    MEASURE_TYPE(Of.TASK, "措施类型不能再修改", "措施类型", "措施类别"),
    HEAD_LEADER(Of.TASK, "牵头领导不能再修改", "牵头领导", "牵头局领导", "牵头负责领导"),
    LEAD_LEADER(Of.TASK, "责任领导须经任务调整（移交）更换，请在任务页申请", "责任领导", "分管领导", "包保领导", "责任局领导"),
    LEAD_DEPARTMENT(Of.TASK, "责任科室须经任务调整（移交）更换，请在任务页申请", "责任科室", "责任单位", "责任部门", "责任股室", "牵头科室", "牵头单位", "牵头部门", "责任科室（单位）"),
    SUPPORTING(Of.TASK, "配合科室不能再修改", "配合科室", "配合单位", "配合部门", "配合股室", "协办科室", "协办单位", "协同单位"),
    RESPONSIBLE(Of.TASK, "责任人不能再修改", "责任人", "经办人", "直接责任人", "具体责任人"),
    KIND(Of.TASK, "整改类型不能再修改", "整改类型", "整改类别", "整改性质"),
    PHASE(Of.TASK, "阶段不能再修改", "阶段", "整改阶段", "所处阶段"),
    DEADLINE(Of.TASK, "整改时限须走延期申请，请在任务页申请延期", "整改时限", "完成时限", "整改期限", "完成期限", "时限", "期限", "完成时间", "整改完成时限", "计划完成时间"),
    STANDARD(Of.TASK, "销号标准不能再修改", "销号标准", "验收标准", "完成标准"),
    PROGRESS(Of.RECORD, "进展由科室在半月报告中填报、报验时说明", "进展成效", "整改进展", "整改成效", "进展情况", "整改进展情况", "整改进展及成效", "工作进展", "目前进展", "进展", "整改情况"),
    FULFILMENT(Of.RECORD, "完成情况由办理环节得出，销号须经核查验收和销号审定", "完成情况", "整改状态", "完成状态", "状态", "是否完成", "是否销号"),
    HINDRANCE(Of.RECORD, "未完成原因由科室在半月报告中填报，或按客观受阻认定", "未完成原因", "未完成的原因", "未整改到位原因", "未整改到位的原因"),
    NEXT_STEP(Of.RECORD, "下一步措施由科室在半月报告中填报", "下一步措施", "下一步工作措施", "下一步工作", "下一步打算", "下步措施"),
    EVIDENCE(Of.RECORD, "佐证材料须在任务页上传", "佐证材料", "证明材料", "佐证资料"),
    EXTENSIONS(Of.RECORD, "延期须走延期申请", "延期记录", "延期情况"),
    CHECK(Of.RECORD, "核查意见由督导检查组在核查验收环节填写", "核查意见", "核查验收意见", "验收意见"),
    SIGNATURE(Of.RECORD, "销号由领导小组在销号审定环节办理", "销号日期及签字", "销号日期", "销号时间", "销号签字"),
    LOOK_BACK(Of.RECORD, "回头看结果由督导检查组在回头看环节填写", "回头看结果", "回头看", "回头看情况"),
    TASK_NUMBER(Of.KEY, null, "任务编号", "任务号"),
    REASON(Of.KEY, null, "变更原因", "变更理由", "变更说明", "改动理由", "修改原因", "修改理由");

    /** What a column holds: what a row is known by, what was written of a problem or of a task, or what is on record of its course. */
    enum Of { KEY, PROBLEM, TASK, RECORD }

    private final Of of;
    private final String instead;
    private final List<String> names;

    LedgerField(Of of, String instead, String... names) {
        this.of = of;
        this.instead = instead;
        this.names = List.of(names);
    }

    public String heading() {
        return names.get(0);
    }

    /** Other names that are understood. */
    List<String> otherNames() {
        return names.subList(1, names.size());
    }

    Of of() {
        return of;
    }

    /** What to do instead of writing it into a file: always for what is on record, after the launch for the rest. */
    String instead() {
        return instead;
    }

    /** By what stands in a header: blanks and remarks in brackets do not count. */
    static Optional<LedgerField> named(String typed) {
        String name = typed.replaceAll("[\\s\u00A0\u3000*＊]", "");
        String bare = name.replaceAll("[（(].*?[）)]", "");
        return Arrays.stream(values()).filter(field -> field.names.contains(name) || field.names.contains(bare)).findFirst();
    }

    /** Of these, in the order of the ledger, with the names they may have as well. */
    static String described(List<LedgerField> fields) {
        return fields.stream().map(field -> "“" + field.heading() + "”" + (field.otherNames().isEmpty() ? "" : "（也可写作" + String.join("、", field.otherNames().subList(0, Math.min(3, field.otherNames().size()))) + "）"))
                .collect(Collectors.joining("、"));
    }

    static List<LedgerField> of(Of of) {
        return Arrays.stream(values()).filter(field -> field.of == of).toList();
    }
}
