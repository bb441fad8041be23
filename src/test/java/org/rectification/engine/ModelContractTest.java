package org.rectification.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.Escalation;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFailedJobRetryTimeCycle;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaScript;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.junit.jupiter.api.Test;
import org.rectification.support.OnH2;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Models, forms and code say the same, read in both directions. */
@OnH2
class ModelContractTest {

    private static final Path MODELS = Path.of("bpmn");
    private static final Path FORMS = Path.of("forms");
    private static final String FORM_KEY = "embedded:deployment:forms/";
    /** What starts by itself has no instance to name yet. */
    private static final Pattern BEAN_CALL = Pattern.compile("\\$\\{(\\w+)\\.(\\w+)\\((execution\\.processBusinessKey)?\\)}");
    private static final Pattern NAME = Pattern.compile("\\$\\{(\\w+)}");
    private static final Pattern SUBMITTED = Pattern.compile("data-variable=\"(\\w+)\"(?: data-type=\"(\\w+)\")?");
    private static final int MOST_NODES = 25;

    /** Beans that serve an element a second time, so that the element's own name is taken. */
    private static final Map<String, String> SECOND_LISTENERS = Map.of("summaryBegunListener", "Task_SummariseCase");

    /** Steps that happen together with what led to them or not at all. */
    private static final Set<String> PART_OF_THEIR_CAUSE = Set.of("Task_RequestSupport", "Task_ReopenTask", "Task_SendMessage");

    @Autowired ApplicationContext context;
    @Autowired List<ProcessContract> contracts;

    // what there is, on both sides

    @Test
    void everyModelIsNamedAfterItsOneExecutableProcess() {
        models().forEach((file, model) -> {
            Collection<Process> processes = model.getModelElementsByType(Process.class);
            assertThat(processes).as(file).hasSize(1);
            Process process = processes.iterator().next();
            assertThat(process.getId()).isEqualTo(file);
            assertThat(process.isExecutable()).as(file + " is executable").isTrue();
            assertThat(process.getName()).as("name of " + file).isNotBlank();
        });
    }

    @Test
    void everyModelHasItsContractAndEveryContractItsModel() {
        assertThat(contracts.stream().map(ProcessContract::key)).containsExactlyInAnyOrderElementsOf(models().keySet());
    }

    @Test
    void everyElementAndMessageThatTheCodeNamesStandsInTheModel() {
        for (ProcessContract contract : contracts) {
            BpmnModelInstance model = models().get(contract.key());
            Set<String> messages = model.getModelElementsByType(Message.class).stream().map(Message::getName).collect(Collectors.toSet());
            constants(contract, String.class).forEach((constant, value) -> {
                if (constant.equals("KEY")) assertThat(value).isEqualTo(contract.key());
                else if (value.startsWith("Escalation_")) assertThat(escalations(model)).as(contract.getClass().getSimpleName() + "." + constant).contains(value);
                else if (value.startsWith("Message_")) assertThat(messages).as(contract.getClass().getSimpleName() + "." + constant).contains(value);
                else assertThat((Object) model.getModelElementById(value)).as(contract.getClass().getSimpleName() + "." + constant + " = " + value).isInstanceOf(FlowNode.class);
            });
        }
    }

    private static Set<String> escalations(BpmnModelInstance model) {
        return model.getModelElementsByType(Escalation.class).stream().map(Escalation::getEscalationCode).collect(Collectors.toSet());
    }

    @Test
    void everyMessageAndEscalationOfAModelIsSentByTheCode() {
        for (ProcessContract contract : contracts) {
            assertThat(constants(contract, String.class).values()).as(contract.key()).containsAll(escalations(models().get(contract.key())));
            models().get(contract.key()).getModelElementsByType(Message.class)
                    .forEach(message -> assertThat(constants(contract, String.class)).as(contract.key()).containsValue(message.getName()));
        }
    }

    @Test
    void whatPeopleMaySubmitIsDeclaredForExactlyTheModelsForms() {
        for (ProcessContract contract : contracts) {
            assertThat(contract.submissions().keySet()).as(contract.key()).isEqualTo(formKeys(models().get(contract.key())).keySet());
        }
    }

    @Test
    void everyDeclaredVariableHasOneTypeAndOneLabelInItsProcess() {
        for (ProcessContract contract : contracts) {
            Map<String, ProcessVariable<?>> byName = variables(contract).stream().collect(Collectors.toMap(ProcessVariable::name, Function.identity()));
            contract.submissions().values().stream().flatMap(Set::stream).forEach(submitted -> {
                assertThat(byName.get(submitted.name())).as(contract.key()).isSameAs(submitted);
                assertThat(submitted.isSubmitted()).as(submitted.name() + " is written by people").isTrue();
                assertThat(submitted.label()).as(submitted.name()).isNotBlank();
            });
        }
    }

    // what the models call

    @Test
    void everyBeanThatAModelCallsExistsAndIsNamedAfterItsElement() {
        calls().forEach((bean, elements) -> {
            assertThat(context.containsBean(bean)).as(bean).isTrue();
            assertThat(AopUtils.getTargetClass(context.getBean(bean)).getSimpleName()).isEqualTo(Character.toUpperCase(bean.charAt(0)) + bean.substring(1));
            String named = Character.toUpperCase(bean.charAt(0)) + bean.substring(1).replaceFirst("(Delegate|Listener)$", "");
            for (String element : elements) {
                if (SECOND_LISTENERS.containsKey(bean)) assertThat(element).isEqualTo(SECOND_LISTENERS.get(bean));
                else assertThat(element.substring(element.indexOf('_') + 1)).as(bean).isEqualTo(named);
            }
        });
    }

    @Test
    void everyDelegateAndListenerIsCalledByAModel() {
        Set<String> beans = new TreeSet<>();
        for (Class<?> type : List.of(JavaDelegate.class, TaskListener.class, ExecutionListener.class)) {
            context.getBeansOfType(type).forEach((name, bean) -> {
                if (AopUtils.getTargetClass(bean).getName().matches("org\\.rectification\\..*\\.process\\..*")) beans.add(name);
            });
        }
        assertThat(calls().keySet()).isEqualTo(beans);
    }

    @Test
    void everyConditionAsksADeclaredVariableOrABean() {
        for (ProcessContract contract : contracts) {
            Set<String> deciding = variables(contract).stream().filter(variable -> variable.type() == Boolean.class && variable.kind() != ProcessVariable.Kind.TEXT)
                    .map(ProcessVariable::name).collect(Collectors.toSet());
            Set<String> asked = new HashSet<>();
            for (SequenceFlow flow : models().get(contract.key()).getModelElementsByType(SequenceFlow.class)) {
                if (flow.getConditionExpression() == null) continue;
                assertThat(flow.getSource()).as(flow.getId()).isInstanceOf(Gateway.class);
                assertThat(flow.getConditionExpression().getLanguage()).as(flow.getId() + " runs no script").isNull();
                String condition = flow.getConditionExpression().getTextContent();
                Matcher variable = NAME.matcher(condition);
                if (variable.matches()) {
                    assertThat(deciding).as(flow.getId()).contains(variable.group(1));
                    asked.add(variable.group(1));
                } else {
                    requireBeanCall(flow, condition);
                }
            }
            assertThat(asked).as("each decision of " + contract.key() + " decides something").isEqualTo(deciding);
        }
    }

    @Test
    void everyOtherExpressionAsksABean() {
        models().forEach((file, model) -> {
            Set<String> elementVariables = model.getModelElementsByType(MultiInstanceLoopCharacteristics.class).stream()
                    .map(MultiInstanceLoopCharacteristics::getCamundaElementVariable).collect(Collectors.toSet());
            model.getModelElementsByType(MultiInstanceLoopCharacteristics.class).forEach(loop -> {
                Matcher collection = NAME.matcher(loop.getCamundaCollection());
                if (collection.matches()) assertThat(context.getBean(collection.group(1))).isInstanceOf(Collection.class);
                else requireBeanCall(loop, loop.getCamundaCollection());
            });
            model.getModelElementsByType(TimerEventDefinition.class).forEach(timer ->
                    Stream.of(timer.getTimeDate(), timer.getTimeCycle(), timer.getTimeDuration()).filter(java.util.Objects::nonNull)
                            .forEach(when -> requireBeanCall(timer, when.getTextContent())));
            model.getModelElementsByType(UserTask.class).forEach(task ->
                    Stream.of(task.getCamundaCandidateGroups(), task.getCamundaCandidateUsers(), task.getCamundaDueDate(), task.getCamundaAssignee())
                            .filter(expression -> expression != null && expression.startsWith("$")).forEach(expression -> {
                                Matcher variable = NAME.matcher(expression);
                                if (variable.matches()) assertThat(elementVariables).as(task.getId()).contains(variable.group(1));
                                else requireBeanCall(task, expression);
                            }));
        });
    }

    /** A called process is one of ours, under a business key of its own, and one that ends disturbs no other. */
    @Test
    void everyCallStartsAProcessOfOursUnderItsOwnKeyAndComesBackAsAJob() {
        models().forEach((file, model) -> model.getModelElementsByType(CallActivity.class).forEach(call -> {
            assertThat(models().keySet()).as(call.getId()).contains(call.getCalledElement());
            MultiInstanceLoopCharacteristics loop = (MultiInstanceLoopCharacteristics) call.getLoopCharacteristics();
            assertThat(call.getExtensionElements().getElementsQuery().filterByType(CamundaIn.class).list()).as(call.getId()).singleElement()
                    .satisfies(in -> assertThat(in.getCamundaBusinessKey()).isEqualTo("${" + loop.getCamundaElementVariable() + "}"));
            assertThat(loop.isCamundaAsyncAfter()).as(call.getId()).isTrue();
            assertThat(loop.getExtensionElements().getElementsQuery().filterByType(CamundaFailedJobRetryTimeCycle.class).singleResult().getTextContent())
                    .as(call.getId()).isEqualTo("PT1M,PT5M,PT30M,PT2H");
        }));
    }

    private void requireBeanCall(BaseElement element, String expression) {
        Matcher call = BEAN_CALL.matcher(expression);
        assertThat(call.matches()).as(element.getId() + ": " + expression).isTrue();
        List<Class<?>> asked = call.group(3) == null ? List.of() : List.of(String.class);
        assertThat(context.containsBean(call.group(1))).as(element.getId() + ": " + call.group(1)).isTrue();
        assertThat(Arrays.stream(AopUtils.getTargetClass(context.getBean(call.group(1))).getMethods()).filter(method -> method.getName().equals(call.group(2)))
                .map(method -> List.of(method.getParameterTypes()))).as(element.getId() + ": " + expression).contains(asked);
    }

    // forms

    @Test
    void everyFormOfAModelExistsAndEveryFormIsUsed() {
        Set<String> used = new TreeSet<>();
        models().forEach((file, model) -> formKeys(model).forEach((element, key) -> {
            assertThat(key).as(element).isEqualTo(FORM_KEY + element + ".html");
            used.add(element + ".html");
        }));
        assertThat(files(FORMS).stream().filter(form -> form.endsWith(".html"))).containsExactlyInAnyOrderElementsOf(used);
    }

    @Test
    void everyFormSubmitsExactlyWhatItsStepTakesUnderTheSameType() throws IOException {
        for (ProcessContract contract : contracts) {
            for (var step : contract.submissions().entrySet()) {
                Set<String> submitted = SUBMITTED.matcher(Files.readString(FORMS.resolve(step.getKey() + ".html"))).results()
                        .map(found -> found.group(1) + ":" + (found.group(2) == null ? "String" : found.group(2))).collect(Collectors.toSet());
                assertThat(submitted).as(step.getKey()).isEqualTo(step.getValue().stream().map(taken -> taken.name() + ":" + taken.type().getSimpleName()).collect(Collectors.toSet()));
            }
        }
    }

    // who does it

    @Test
    void everyStepIsOfferedToTheGroupOfTheContract() {
        Map<String, String> groups = new HashMap<>();
        models().values().forEach(model -> model.getModelElementsByType(UserTask.class).forEach(task -> groups.put(task.getId(), task.getCamundaCandidateGroups())));
        assertThat(groups).containsAllEntriesOf(Map.ofEntries(
                Map.entry("Task_RegisterProblems", "rectification-office"),
                Map.entry("Task_DraftPlan", "rectification-office"),
                Map.entry("Task_ReviewPlan", "${reviewGroup}"),
                Map.entry("Task_ApprovePlan", "leading-group"),
                Map.entry("Task_DecomposeTasks", "rectification-office"),
                Map.entry("Task_SummariseCase", "rectification-office"),
                Map.entry("Task_ApproveBulletin", "leading-group"),
                Map.entry("Task_Implement", "${taskParties.handlers(execution.processBusinessKey)}"),
                Map.entry("Task_Support", "${supportParties.department(execution.processBusinessKey)}"),
                Map.entry("Task_Endorse", "${taskParties.endorsingGroups(execution.processBusinessKey)}"),
                Map.entry("Task_Check", "supervision-team"),
                Map.entry("Task_SignOff", "leading-group"),
                Map.entry("Task_EndorseExtension", "${extensionParties.endorsingGroups(execution.processBusinessKey)}"),
                Map.entry("Task_ApproveExtension", "leading-group"),
                Map.entry("Task_ApproveChange", "leading-group"),
                Map.entry("Task_ApproveBlocked", "leading-group"),
                Map.entry("Task_ReviewBlocked", "rectification-office"),
                Map.entry("Task_LookBack", "supervision-team"),
                Map.entry("Task_RecordFindings", "supervision-team"),
                Map.entry("Task_CorrectFindings", "${checkParties.department(execution.processBusinessKey)}"),
                Map.entry("Task_RecheckFindings", "supervision-team"),
                Map.entry("Task_SummariseCampaign", "supervision-team"),
                Map.entry("Task_AnswerProposal", "${proposalParties.answering(execution.processBusinessKey)}"),
                Map.entry("Task_AcceptAnswer", "discipline-inspection"),
                Map.entry("Task_ConfirmEscalation", "${escalationParties.confirming(execution.processBusinessKey)}")));
        Process ofCase = models().get("rectification-case").getModelElementById("rectification-case");
        assertThat(ofCase.getCamundaCandidateStarterGroups()).isEqualTo("rectification-office");
    }

    @Test
    void nobodyIsAssignedByAModel() {
        models().values().forEach(model -> model.getModelElementsByType(UserTask.class).forEach(task -> assertThat(task.getCamundaAssignee()).as(task.getId()).isNull()));
    }

    /** Without one it would stand above everything that is due. */
    @Test
    void everyStepOfPeopleIsDueOnADay() {
        models().values().forEach(model -> model.getModelElementsByType(UserTask.class).forEach(task -> assertThat(task.getCamundaDueDate()).as(task.getId()).isNotBlank()));
    }

    // how a model is made

    @Test
    void everyProcessSaysHowLongItsHistoryIsKept() {
        models().forEach((file, model) -> {
            Process process = model.getModelElementById(file);
            assertThat(process.getCamundaHistoryTimeToLiveString()).as(file).isNotBlank();
        });
    }

    @Test
    void everyStepOfTheSystemIsAJobWithAStatedRetry() {
        models().values().forEach(model -> model.getModelElementsByType(ServiceTask.class).stream().filter(task -> !PART_OF_THEIR_CAUSE.contains(task.getId())).forEach(task -> {
            assertThat(task.isCamundaAsyncBefore()).as(task.getId()).isTrue();
            assertThat(task.getExtensionElements().getElementsQuery().filterByType(CamundaFailedJobRetryTimeCycle.class).singleResult().getTextContent())
                    .as(task.getId()).isEqualTo("PT1M,PT5M,PT30M,PT2H");
        }));
    }

    @Test
    void modelsCarryNeitherScriptsNorClassNamesNorLanes() {
        models().forEach((file, model) -> {
            assertThat(model.getModelElementsByType(ScriptTask.class)).as(file).isEmpty();
            assertThat(model.getModelElementsByType(CamundaScript.class)).as(file).isEmpty();
            assertThat(model.getModelElementsByType(Lane.class)).as(file).isEmpty();
            model.getModelElementsByType(ServiceTask.class).forEach(task -> {
                assertThat(task.getCamundaClass()).as(task.getId()).isNull();
                assertThat(task.getCamundaExpression()).as(task.getId()).isNull();
                assertThat(task.getCamundaTopic()).as(task.getId()).isNull();
            });
        });
    }

    @Test
    void everyHumanStepAndEveryQuestionIsExplained() {
        models().values().forEach(model -> {
            List<FlowNode> explained = new ArrayList<>(model.getModelElementsByType(UserTask.class));
            model.getModelElementsByType(Gateway.class).stream().filter(gateway -> gateway.getName() != null).forEach(explained::add);
            for (FlowNode node : explained) {
                assertThat(node.getName()).as(node.getId()).isNotBlank();
                assertThat(node.getDocumentations()).as(node.getId()).isNotEmpty().allSatisfy(text -> assertThat(text.getTextContent()).isNotBlank());
            }
        });
    }

    @Test
    void everyForkAsksAQuestionAndItsWaysOutAnswerIt() {
        models().values().forEach(model -> model.getModelElementsByType(org.camunda.bpm.model.bpmn.instance.ExclusiveGateway.class).forEach(gateway -> {
            if (gateway.getOutgoing().size() == 1) {
                assertThat(gateway.getName()).as(gateway.getId() + " only joins").isNull();
                return;
            }
            assertThat(gateway.getIncoming()).as(gateway.getId() + " only forks").hasSize(1);
            assertThat(gateway.getName()).as(gateway.getId()).endsWith("？");
            assertThat(gateway.getDefault()).as(gateway.getId()).isNotNull();
            assertThat(gateway.getOutgoing()).as(gateway.getId()).allSatisfy(flow -> {
                assertThat(flow.getName()).as(flow.getId()).isNotBlank();
                assertThat(flow.getConditionExpression() == null).as(flow.getId()).isEqualTo(flow.equals(gateway.getDefault()));
            });
        }));
    }

    @Test
    void aDiagramFitsOnOnePageAndShowsEverything() {
        models().forEach((file, model) -> {
            assertThat(model.getModelElementsByType(FlowNode.class).stream().filter(node -> node.getParentElement() instanceof Process)).as(file).hasSizeLessThanOrEqualTo(MOST_NODES);
            assertThat(model.getModelElementsByType(FlowNode.class)).as(file).allSatisfy(node -> assertThat(node.getDiagramElement()).as(node.getId()).isNotNull());
            assertThat(model.getModelElementsByType(SequenceFlow.class)).as(file)
                    .allSatisfy(flow -> assertThat(flow.getDiagramElement()).as(flow.getId()).isNotNull());
        });
    }

    // reading

    private static Map<String, BpmnModelInstance> models() {
        Map<String, BpmnModelInstance> models = new TreeMap<>();
        files(MODELS).stream().filter(file -> file.endsWith(".bpmn"))
                .forEach(file -> models.put(file.replaceFirst("\\.bpmn$", ""), Bpmn.readModelFromFile(MODELS.resolve(file).toFile())));
        return models;
    }

    private static List<String> files(Path directory) {
        try (Stream<Path> found = Files.list(directory)) {
            return found.map(Path::toFile).map(File::getName).sorted().toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Element id → form key of every start event that people start and every user task. */
    private static Map<String, String> formKeys(BpmnModelInstance model) {
        Map<String, String> keys = new HashMap<>();
        model.getModelElementsByType(StartEvent.class).stream().filter(start -> start.getCamundaFormKey() != null).forEach(start -> keys.put(start.getId(), start.getCamundaFormKey()));
        model.getModelElementsByType(UserTask.class).forEach(task -> keys.put(task.getId(), task.getCamundaFormKey()));
        return keys;
    }

    /** Bean → ids of the elements whose delegate expression names it. */
    private static Map<String, Set<String>> calls() {
        Map<String, Set<String>> calls = new TreeMap<>();
        for (BpmnModelInstance model : models().values()) {
            model.getModelElementsByType(ServiceTask.class).forEach(task -> call(calls, task.getCamundaDelegateExpression(), task.getId()));
            model.getModelElementsByType(CamundaTaskListener.class).forEach(listener -> call(calls, listener.getCamundaDelegateExpression(), element(listener)));
            model.getModelElementsByType(CamundaExecutionListener.class).forEach(listener -> call(calls, listener.getCamundaDelegateExpression(), element(listener)));
        }
        return calls;
    }

    private static void call(Map<String, Set<String>> calls, String expression, String element) {
        Matcher bean = NAME.matcher(String.valueOf(expression));
        assertThat(bean.matches()).as(element + ": " + expression).isTrue();
        calls.computeIfAbsent(bean.group(1), name -> new HashSet<>()).add(element);
    }

    private static String element(org.camunda.bpm.model.xml.instance.ModelElementInstance listener) {
        return ((BaseElement) listener.getParentElement().getParentElement()).getId();
    }

    private static Collection<ProcessVariable<?>> variables(ProcessContract contract) {
        List<ProcessVariable<?>> variables = new ArrayList<>();
        constants(contract, ProcessVariable.class).values().forEach(variables::add);
        return variables;
    }

    private static <T> Map<String, T> constants(ProcessContract contract, Class<T> type) {
        Map<String, T> constants = new TreeMap<>();
        for (Field field : contract.getClass().getDeclaredFields()) {
            if (!Modifier.isStatic(field.getModifiers()) || !type.isAssignableFrom(field.getType())) continue;
            try {
                field.setAccessible(true);
                constants.put(field.getName(), type.cast(field.get(null)));
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
            }
        }
        return constants;
    }
}
