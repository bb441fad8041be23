package org.rectification.engine;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.TaskService;
import org.rectification.refusal.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Steps that began under an earlier version say nobody, or one leader only, for whom they are not, and {@link OwnTasks} finds none that says nothing; nor do they say whose matter it is. */
@Component
class EarlierCards {

    private static final Logger LOG = LoggerFactory.getLogger(EarlierCards.class);

    private static final String FIRST = "";
    private static final int AT_ONCE = 200;

    private final TaskService tasks;
    private final JdbcClient jdbc;
    private final Map<String, Subject> subjects;
    private final TaskCard cards;
    private final TransactionTemplate transaction;

    EarlierCards(TaskService tasks, JdbcClient jdbc, List<Subject> subjects, TaskCard cards, PlatformTransactionManager transactions) {
        this.transaction = new TransactionTemplate(transactions);
        this.cards = cards;
        this.tasks = tasks;
        this.jdbc = jdbc;
        this.subjects = subjects.stream().collect(Collectors.toMap(Subject::process, Function.identity()));
    }

    private record Card(String task, String element, String process, String businessKey) {}

    @EventListener(DoorsOpening.class)
    @Order(1)
    void listForWhomTheyAreNot() {
        without("t.task_def_key_ in (:steps) and not exists (select 1 from act_ru_variable v where v.task_id_ = t.id_ and v.name_ = :list and v.text_ like ',%')", FIRST, Integer.MAX_VALUE)
                .forEach(card -> unlessItIsGone(card, () -> tasks.setVariableLocal(card.task(), TaskCard.NOT_FOR, listed(card))));
    }

    /** Rules ask for none of it, so nobody waits for a hundred thousand of them. */
    @EventListener(ApplicationReadyEvent.class)
    void tellTheRestMeanwhile() {
        Thread inTheBackground = new Thread(this::tellWhoseMattersTheyAre, "earlier-cards");
        inTheBackground.setDaemon(true);
        inTheBackground.start();
    }

    void tellWhoseMattersTheyAre() {
        for (List<Card> some = withoutDepartment(FIRST); !some.isEmpty(); some = withoutDepartment(some.get(some.size() - 1).task())) tell(some);
    }

    private List<Card> withoutDepartment(String after) {
        return without("not exists (select 1 from act_ru_variable v where v.task_id_ = t.id_ and v.name_ = :department)", after, AT_ONCE);
    }

    /** All of them in one transaction; where that fails each in its own, so that one does not hold up the others. */
    private void tell(List<Card> some) {
        try {
            transaction.executeWithoutResult(begun -> some.forEach(this::tellWhoseMatterItIs));
        } catch (RuntimeException ofOne) {
            some.forEach(card -> unlessItIsGone(card, () -> tellWhoseMatterItIs(card)));
        }
    }

    /** Others work meanwhile, at other nodes also before the doors open here: a step may be done, or written by them. */
    private static void unlessItIsGone(Card card, Runnable inscribing) {
        try {
            inscribing.run();
        } catch (RuntimeException goneOrWritten) {
            LOG.warn("human task {} of {} stays as it was", card.task(), card.businessKey(), goneOrWritten);
        }
    }

    private List<Card> without(String what, String after, int atMost) {
        return jdbc.sql("""
                select t.id_, t.task_def_key_, d.key_, k.text_ from act_ru_task t join act_re_procdef d on d.id_ = t.proc_def_id_
                join act_ru_variable k on k.task_id_ = t.id_ and k.name_ = :key where d.key_ in (:processes) and t.id_ > :after and\s""" + what + " order by t.id_ limit :atMost")
                .param("key", TaskCard.BUSINESS_KEY).param("steps", TaskCard.LEFT_TO_OTHERS).param("list", TaskCard.NOT_FOR).param("department", TaskCard.DEPARTMENT)
                .param("processes", subjects.keySet()).param("after", after).param("atMost", atMost)
                .query((row, n) -> new Card(row.getString(1), row.getString(2), row.getString(3), row.getString(4))).list();
    }

    /** Few matters have no department; only those are looked up at every start. */
    private void tellWhoseMatterItIs(Card card) {
        try {
            Map<String, Object> matter = cards.matter(subjects.get(card.process()), card.businessKey());
            if (matter.containsKey(TaskCard.DEPARTMENT)) tasks.setVariablesLocal(card.task(), matter);
        } catch (Refusal unknown) {
            LOG.warn("human task {} of {} has no matter in the ledger", card.task(), card.businessKey());
        }
    }

    /** A step whose matter the ledger does not know is the reconciliation's to report; it must not keep everybody out. */
    private String listed(Card card) {
        try {
            return subjects.get(card.process()).barred(card.element(), card.businessKey()).listed();
        } catch (Refusal unknown) {
            LOG.warn("human task {} of {} has no matter in the ledger", card.task(), card.businessKey());
            return Barred.NOBODY.listed();
        }
    }
}
