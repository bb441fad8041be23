package org.rectification.engine;

import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cmd.AbstractExecuteFilterCmd;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.DeployCmd;
import org.camunda.bpm.engine.impl.cmd.SaveFilterCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitStartFormCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.type.ValueType;
import org.camunda.bpm.engine.variable.value.PrimitiveValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.rectification.audit.BreakGlass;
import org.rectification.refusal.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.DirectFieldAccessor;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.DispatcherServlet;

/**
 * The outermost interceptor of every engine command, with {@link LeanHistory}, {@link OwnTasks} and {@link OfferedTasks} the only class of this project that knows the engine's internals:
 * what people may not do at all, what an admin may do with a reason only, and how a refusal reaches an HTTP caller.
 */
class CommandWall extends CommandInterceptor {

    private static final String DEADLOCK = "40P01";

    /** Tasks are claimed and submitted; these end or bend one past its rules, and nobody may. */
    private static final Set<String> NEVER = Set.of("HandleTaskBpmnErrorCmd", "HandleTaskEscalationCmd", "ResolveTaskCmd", "DelegateTaskCmd",
            "AssignTaskCmd", "SetTaskOwnerCmd", "AddUserIdentityLinkCmd", "AddGroupIdentityLinkCmd", "DeleteUserIdentityLinkCmd", "DeleteGroupIdentityLinkCmd",
            "CreateTaskCmd", "SaveTaskCmd", "SetTaskNameCmd", "SetTaskDescriptionCmd", "SetTaskPriorityCmd", "SetTaskDueDateCmd", "SetTaskFollowUpDateCmd",
            "CreateAttachmentCmd", "SaveAttachmentCmd", "DeleteAttachmentCmd", "AddCommentCmd", "UpdateCommentCmd", "DeleteTaskCommentCmd");

    /** These are the ordinary work of people and of the platform's admin; the engine's authorizations say who may. */
    private static final Set<String> ORDINARY = Set.of("ClaimTaskCmd", "CompleteTaskCmd", "SubmitTaskFormCmd", "StartProcessInstanceCmd", "SubmitStartFormCmd",
            "CheckPassword", "CreateUserCmd", "SaveUserCmd", "UnlockUserCmd", "CreateGroupCmd", "SaveGroupCmd", "CreateMembershipCmd", "DeleteMembershipCmd",
            "AuthorizationCheckCmd", "CreateAuthorizationCommand", "SaveAuthorizationCmd", "DeleteAuthorizationCmd",
            "CreateFilterCmd", "SaveFilterCmd", "DeleteFilterCmd", "DeployCmd", "EvaluateDecisionCmd", "EvaluateDecisionTableCmd",
            "ExecuteJobsCmd", "SuccessfulJobListener", "FailedJobListener", "SetJobRetriesCmd", "SetJobsRetriesBatchCmd", "SetJobsRetriesByProcessBatchCmd", "SetAnnotationForIncidentCmd");

    /** Of these the audit trail tells: who may do what, who he says he is, and what the engine runs. */
    private static final Set<String> WITNESSED = Set.of("SaveUserCmd", "SaveGroupCmd", "CreateMembershipCmd", "DeleteMembershipCmd", "SaveAuthorizationCmd", "DeleteAuthorizationCmd", "DeployCmd");

    /** These read. Whatever has none of these names changes something from outside: break-glass, so that a command nobody thought of is shut. */
    private static final Pattern READING = Pattern.compile("(Get|Is|Find|Optimize|Historic|Cleanable|TaskCount|ExecuteFilter|ExecuteDuration).*|.*Query.*");

    private static final Logger LOG = LoggerFactory.getLogger(CommandWall.class);

    private final Supplier<IdentityService> identity;
    private final BreakGlass breakGlass;

    CommandWall(Supplier<IdentityService> identity, BreakGlass breakGlass) {
        this.identity = identity;
        this.breakGlass = breakGlass;
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (Context.getCommandContext() != null) return next.execute(command);
        try {
            Authentication actor = identity.get().getCurrentAuthentication();
            if (actor != null) requireAllowed(command, actor.getUserId());
            requirePlainValues(submittedWith(command));
            return submitting(command);
        } catch (RuntimeException e) {
            throw inPeoplesWords(command, e);
        }
    }

    private void requireAllowed(Command<?> command, String person) {
        String name = command.getClass().getSimpleName();
        if (NEVER.contains(name)) throw Refusal.ofRule("待办只能由办理人认领和提交，不能指派、转办、改期、另附文件、评论或抛出异常；意见和退回请填在表单中");
        if (!ORDINARY.contains(name) && !reads(name) || command instanceof DeployCmd deploying && !bringsTablesOnly(deploying)) breakGlass.require(person, name + address());
        else if (WITNESSED.contains(name)) breakGlass.witness(person, name + address());
        if (command instanceof AbstractQuery<?, ?> query) requireNoExpressions(query);
        if (command instanceof AbstractExecuteFilterCmd) requireNoExpressions(field(command, "extendingQuery"));
        if (command instanceof SaveFilterCmd) requireNoExpressions(((Filter) field(command, "filter")).getQuery());
        if (command instanceof ClaimTaskCmd && field(command, "userId") != null && !person.equals(field(command, "userId"))) {
            throw Refusal.notYours("只能为本人认领待办，不能替他人认领");
        }
    }

    /** A decision table is the admin's to change; a model would bring code of its own into every case. */
    private static boolean bringsTablesOnly(DeployCmd command) {
        Map<?, ?> resources = (Map<?, ?>) field(command, "deploymentBuilder.deployment.resources");
        return resources != null && resources.keySet().stream().allMatch(name -> name.toString().endsWith(".dmn"));
    }

    static boolean reads(String command) {
        return READING.matcher(command).matches();
    }

    private static String address() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes call ? " " + call.getRequest().getMethod() + " " + call.getRequest().getRequestURI() : "";
    }

    /** 7.24.0 looks for expressions in the outer query only and evaluates those hidden in orQueries (CVE-2026-109432). */
    private static void requireNoExpressions(Object query) {
        if (!(query instanceof AbstractQuery<?, ?> outer)) return;
        boolean nested = outer instanceof TaskQueryImpl tasks && tasks.getQueries().stream().anyMatch(each -> !each.getExpressions().isEmpty());
        if (nested || !outer.getExpressions().isEmpty()) throw Refusal.ofRule("查询条件中不能使用表达式");
    }

    /** Files, JSON and serialized objects never get as far as the engine's own deserialisation. */
    private static void requirePlainValues(Map<String, Object> submitted) {
        VariableMap typed = Variables.fromMap(submitted);
        for (String name : typed.keySet()) {
            TypedValue value = typed.getValueTyped(name);
            boolean plain = value == null || value.getType() == null || value.getType() == ValueType.NULL || value instanceof PrimitiveValue;
            if (!plain) throw Refusal.ofRule("“" + name + "”的格式不对，请在待办页面的表单中填写");
        }
    }

    private <T> T submitting(Command<T> command) {
        if (!isCompleting(command)) return next.execute(command);
        Submission.begin(submittedWith(command));
        try {
            return next.execute(command);
        } finally {
            Submission.end();
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> submittedWith(Command<?> command) {
        String variables = command instanceof CompleteTaskCmd || command instanceof SubmitStartFormCmd ? "variables"
                : command instanceof SubmitTaskFormCmd ? "properties"
                : command instanceof StartProcessInstanceCmd ? "instantiationBuilder.modificationBuilder.processVariables" : null;
        Object submitted = variables == null ? null : field(command, variables);
        return submitted == null ? Map.of() : (Map<String, Object>) submitted;
    }

    private static boolean isCompleting(Command<?> command) {
        return command instanceof CompleteTaskCmd || command instanceof SubmitTaskFormCmd;
    }

    private static Object field(Command<?> command, String name) {
        return new DirectFieldAccessor(command).getPropertyValue(name);
    }

    private static RuntimeException inPeoplesWords(Command<?> command, RuntimeException thrown) {
        Refusal refusal = refusalIn(command, thrown);
        if (refusal == null) return thrown;
        LOG.info("{} refused: {} {}", command.getClass().getSimpleName(), refusal.kind(), address());
        if (!throughTheEnginesOwnRest()) return refusal;
        var status = switch (refusal.kind()) {
            case NOT_YOURS -> jakarta.ws.rs.core.Response.Status.FORBIDDEN;
            case UNKNOWN -> jakarta.ws.rs.core.Response.Status.NOT_FOUND;
            default -> jakarta.ws.rs.core.Response.Status.CONFLICT;
        };
        return new InvalidRequestException(status, refusal.getMessage());
    }

    /** Our own controllers and Java callers read the refusal itself. */
    private static boolean throughTheEnginesOwnRest() {
        RequestAttributes call = RequestContextHolder.getRequestAttributes();
        return call != null && call.getAttribute(DispatcherServlet.WEB_APPLICATION_CONTEXT_ATTRIBUTE, RequestAttributes.SCOPE_REQUEST) == null;
    }

    /** What a job runs into stays as it is: the job executor tries again after an optimistic locking. */
    private static Refusal refusalIn(Command<?> command, RuntimeException thrown) {
        boolean byPerson = isCompleting(command) || command instanceof ClaimTaskCmd;
        boolean submitting = isCompleting(command) || command instanceof StartProcessInstanceCmd || command instanceof SubmitStartFormCmd;
        boolean isSystemsOwn = !byPerson && !submitting && RequestContextHolder.getRequestAttributes() == null;
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) return refusal;
            if (isSystemsOwn) continue;
            if (cause instanceof OptimisticLockingException || cause instanceof ConcurrencyFailureException || cause instanceof SQLException sql && DEADLOCK.equals(sql.getSQLState())) {
                return Refusal.ofRule("同一事项刚刚有人办理，您的提交没有生效，请刷新后再看");
            }
            if (byPerson && cause instanceof org.camunda.bpm.engine.TaskAlreadyClaimedException) return Refusal.ofRule("该待办已被其他人认领，请刷新待办中心");
            if (byPerson && cause instanceof NullValueException) return Refusal.ofRule("该待办已办结或不存在，请刷新待办中心");
            if (cause instanceof AuthorizationException) return Refusal.notYours(byPerson ? "该待办不由您办理，请核对登录账号" : "您没有此项权限，确有需要请联系平台管理员");
            if (byPerson && cause instanceof SuspendedEntityInteractionException) return Refusal.ofRule("该流程已被平台管理员暂停，恢复之前不能办理");
            if (submitting && cause instanceof DataIntegrityViolationException) return Refusal.ofRule("同一事项刚刚有人办理，您的提交没有生效，请刷新后再看");
        }
        return null;
    }
}
