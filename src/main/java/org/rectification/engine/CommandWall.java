package org.rectification.engine;

import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cmd.AbstractExecuteFilterCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractSetStateCmd;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SaveFilterCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;
import org.rectification.audit.BreakGlass;
import org.rectification.refusal.Refusal;
import org.springframework.beans.DirectFieldAccessor;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * The outermost interceptor of every engine command, and the only class of this project that knows the engine's internals:
 * what people may not do at all, what an admin may do with a reason only, and how a refusal reaches an HTTP caller.
 */
class CommandWall extends CommandInterceptor {

    /** These end or bend a task past its rules; nobody may. */
    private static final Set<String> NEVER = Set.of("HandleTaskBpmnErrorCmd", "HandleTaskEscalationCmd", "ResolveTaskCmd", "DelegateTaskCmd");

    /** These change a running process from outside; an admin may, after saying why. */
    private static final Set<String> BREAK_GLASS = Set.of(
            "ModifyProcessInstanceCmd", "ModifyProcessInstanceAsyncCmd", "ProcessInstanceModificationCmd", "ProcessInstanceModificationBatchCmd",
            "StartProcessInstanceAtActivitiesCmd", "RestartProcessInstancesCmd", "RestartProcessInstancesBatchCmd",
            "MigrateProcessInstanceCmd", "MigrateProcessInstanceBatchCmd", "SetProcessDefinitionVersionCmd",
            "DeleteProcessInstanceCmd", "DeleteProcessInstancesCmd", "DeleteProcessInstanceBatchCmd", "DeleteDeploymentCmd",
            "DeleteProcessDefinitionsByIdsCmd", "DeleteProcessDefinitionsByKeyCmd", "DeleteTaskCmd", "DeleteJobCmd", "DeleteJobsCmd",
            "DeleteHistoricProcessInstancesCmd", "DeleteHistoricProcessInstancesBatchCmd", "DeleteHistoricTaskInstanceCmd", "DeleteUserOperationLogEntryCmd",
            "UpdateProcessInstancesSuspendStateCmd", "UpdateProcessInstancesSuspendStateBatchCmd",
            "SetExecutionVariablesCmd", "SetTaskVariablesCmd", "PatchExecutionVariablesCmd", "PatchTaskVariablesCmd",
            "RemoveExecutionVariablesCmd", "RemoveTaskVariablesCmd", "SetVariablesToProcessInstancesBatchCmd",
            "SignalCmd", "SignalEventReceivedCmd", "MessageEventReceivedCmd", "CorrelateMessageCmd", "CorrelateAllMessageCmd", "CorrelateAllMessageBatchCmd");

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
            return submitting(command);
        } catch (RuntimeException e) {
            throw inPeoplesWords(command, e);
        }
    }

    private void requireAllowed(Command<?> command, String person) {
        String name = command.getClass().getSimpleName();
        if (NEVER.contains(name)) throw Refusal.ofRule("本系统的待办只能提交，不能转办、移交或抛出异常；需要退回时请在表单中选择“退回”");
        if (BREAK_GLASS.contains(name) || command instanceof AbstractSetStateCmd) breakGlass.require(person, name);
        if (command instanceof AbstractQuery<?, ?> query) requireNoExpressions(query);
        if (command instanceof AbstractExecuteFilterCmd) requireNoExpressions(field(command, "extendingQuery"));
        if (command instanceof SaveFilterCmd) requireNoExpressions(((Filter) field(command, "filter")).getQuery());
        if (command instanceof ClaimTaskCmd && field(command, "userId") != null && !person.equals(field(command, "userId"))) {
            throw Refusal.notYours("只能为本人认领待办，不能替他人认领");
        }
    }

    /** 7.24.0 looks for expressions in the outer query only and evaluates those hidden in orQueries (CVE-2026-109432). */
    private static void requireNoExpressions(Object query) {
        if (!(query instanceof AbstractQuery<?, ?> outer)) return;
        boolean nested = outer instanceof TaskQueryImpl tasks && tasks.getQueries().stream().anyMatch(each -> !each.getExpressions().isEmpty());
        if (nested || !outer.getExpressions().isEmpty()) throw Refusal.ofRule("查询条件中不能使用表达式");
    }

    @SuppressWarnings("unchecked")
    private <T> T submitting(Command<T> command) {
        if (!(command instanceof CompleteTaskCmd) && !(command instanceof SubmitTaskFormCmd)) return next.execute(command);
        Object variables = field(command, command instanceof CompleteTaskCmd ? "variables" : "properties");
        Submission.begin(variables == null ? Map.of() : (Map<String, Object>) variables);
        try {
            return next.execute(command);
        } finally {
            Submission.end();
        }
    }

    private static Object field(Command<?> command, String name) {
        return new DirectFieldAccessor(command).getPropertyValue(name);
    }

    private static RuntimeException inPeoplesWords(Command<?> command, RuntimeException thrown) {
        Refusal refusal = refusalIn(command, thrown);
        if (refusal == null) return thrown;
        boolean overHttp = RequestContextHolder.getRequestAttributes() != null;
        if (!overHttp) return refusal;
        var status = switch (refusal.kind()) {
            case NOT_YOURS -> jakarta.ws.rs.core.Response.Status.FORBIDDEN;
            case UNKNOWN -> jakarta.ws.rs.core.Response.Status.NOT_FOUND;
            default -> jakarta.ws.rs.core.Response.Status.CONFLICT;
        };
        return new InvalidRequestException(status, refusal.getMessage());
    }

    private static Refusal refusalIn(Command<?> command, RuntimeException thrown) {
        boolean completing = command instanceof CompleteTaskCmd || command instanceof SubmitTaskFormCmd;
        boolean byPerson = completing || command instanceof ClaimTaskCmd;
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) return refusal;
            if (cause instanceof OptimisticLockingException || cause instanceof ConcurrencyFailureException) {
                return Refusal.ofRule("同一事项刚刚有人办理，您的提交没有生效，请刷新后再看");
            }
            if (byPerson && cause instanceof org.camunda.bpm.engine.TaskAlreadyClaimedException) return Refusal.ofRule("该待办已被其他人认领，请刷新待办列表");
            if (byPerson && cause instanceof NullValueException) return Refusal.ofRule("该待办已办结或不存在，请刷新待办列表");
            if (byPerson && cause instanceof AuthorizationException) return Refusal.notYours("该待办不由您办理，请核对登录账号");
            if (completing && cause instanceof DataIntegrityViolationException) return Refusal.ofRule("同一事项刚刚有人办理，您的提交没有生效，请刷新后再看");
        }
        return null;
    }
}
