package org.rectification.security;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.rectification.organization.Deputies;
import org.rectification.organization.Deputy;
import org.rectification.organization.MembershipsChanged;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Deputies begin and end by themselves: with the first request of a day the engine learns who is in whose place. */
@Component
class DeputyChange {

    private static final Logger LOG = LoggerFactory.getLogger(DeputyChange.class);
    /** Long enough for whoever was deputy while the system stood still. */
    private static final int LATEST = 500;

    private final EngineAccounts accounts;
    private final Deputies deputies;
    private final TaskService tasks;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private volatile LocalDate followed;

    DeputyChange(EngineAccounts accounts, Deputies deputies, TaskService tasks, TransactionTemplate transaction, Clock clock) {
        this.accounts = accounts;
        this.deputies = deputies;
        this.tasks = tasks;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Where two machines do it at once, the one that comes second tries again with its next request. */
    void followToday() {
        LocalDate today = LocalDate.now(clock);
        if (today.equals(followed)) return;
        synchronized (this) {
            if (today.equals(followed)) return;
            try {
                transaction.executeWithoutResult(begun -> follow(deputies.latest(LATEST), today));
                followed = today;
            } catch (RuntimeException e) {
                LOG.warn("The deputies of {} are not in their places yet", today, e);
            }
        }
    }

    private void follow(List<Deputy> latest, LocalDate today) {
        latest.stream().map(Deputy::deputy).distinct().forEach(accounts::join);
        offer(latest, today);
    }

    @EventListener
    void follow(MembershipsChanged changed) {
        LocalDate today = LocalDate.now(clock);
        offer(deputies.latest(LATEST).stream().filter(deputy -> changed.people().contains(deputy.deputy())).toList(), today);
    }

    /** What is offered to one person by name is offered to his deputy beside him. */
    private void offer(List<Deputy> latest, LocalDate today) {
        latest.stream().map(Deputy::absent).distinct().forEach(absent -> {
            Set<String> inForce = Set.copyOf(deputies.actingFor(absent, today));
            Set<String> known = Stream.concat(latest.stream().filter(deputy -> deputy.absent().equals(absent)).map(Deputy::deputy), inForce.stream()).collect(Collectors.toSet());
            for (Task task : tasks.createTaskQuery().taskInvolvedUser(absent).list()) {
                Set<String> candidates = tasks.getIdentityLinksForTask(task.getId()).stream().map(IdentityLink::getUserId).collect(Collectors.toSet());
                if (!isOfferedByName(task, absent)) continue;
                known.stream().filter(deputy -> inForce.contains(deputy) && !candidates.contains(deputy)).forEach(deputy -> tasks.addCandidateUser(task.getId(), deputy));
                known.stream().filter(deputy -> !inForce.contains(deputy) && candidates.contains(deputy)).forEach(deputy -> withdraw(task, deputy));
            }
        });
    }

    private void withdraw(Task task, String deputy) {
        tasks.deleteCandidateUser(task.getId(), deputy);
        accounts.release(task, deputy);
    }

    private boolean isOfferedByName(Task task, String person) {
        return tasks.getIdentityLinksForTask(task.getId()).stream().anyMatch(link -> "candidate".equals(link.getType()) && person.equals(link.getUserId()));
    }
}
