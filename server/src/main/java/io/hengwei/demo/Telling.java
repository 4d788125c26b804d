package io.hengwei.demo;

import io.hengwei.platform.shared.Problem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Performs stories in the order of time: what gets a number one after the other, the rest several stories at once.
@Demo
@Component
class Telling {
    private static final Logger LOG = LoggerFactory.getLogger(Telling.class);
    private static final int AT_ONCE = 6;

    private final UseCases use;
    private final Ledger ledger;
    private final TransactionTemplate transactions;

    Telling(UseCases use, Ledger ledger, TransactionTemplate transactions) {
        this.use = use;
        this.ledger = ledger;
        this.transactions = transactions;
    }

    void tell(List<Step> steps, Company company) {
        var told = ledger.told();
        var stages = new ConcurrentHashMap<String, Stage>();
        steps.forEach(step -> stages.computeIfAbsent(step.story(), name -> new Stage(use, records(told.get(name)))));
        var last = new HashMap<String, CompletableFuture<Void>>();
        var room = new Semaphore(AT_ONCE);
        try (var threads =
                Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            for (int i = 0; i < steps.size(); i++) {
                var step = steps.get(i);
                if (i % 500 == 0) LOG.info("演示公司 / demo company: {} %  ({})", i * 100 / steps.size(), step.at());
                var before = told.get(step.story());
                if (before != null && step.number() <= before.steps()) continue;
                next(step, stages, company, last, room, threads);
            }
            last.values().forEach(CompletableFuture::join);
        }
    }

    private static Map<String, UUID> records(Ledger.@Nullable Told told) {
        return told == null ? new ConcurrentHashMap<>() : new ConcurrentHashMap<>(told.records());
    }

    private void next(
            Step step,
            Map<String, Stage> stages,
            Company company,
            Map<String, CompletableFuture<Void>> last,
            Semaphore room,
            ExecutorService threads) {
        var previous = last.getOrDefault(step.story(), CompletableFuture.completedFuture(null));
        if (step.birth()) {
            previous.join();
            perform(step, stages, company);
            return;
        }
        room.acquireUninterruptibly();
        last.put(
                step.story(),
                previous.thenRunAsync(() -> perform(step, stages, company), threads)
                        .whenComplete((done, failure) -> room.release()));
    }

    /// What the product itself refuses ends the story there; that is worth a look, but no reason to have no demo.
    private void perform(Step step, Map<String, Stage> stages, Company company) {
        var stage = stages.get(step.story());
        if (stage == null) return;
        try {
            SeedClock.at(
                    step.at(),
                    () -> company.as(step.who(), () -> transactions.executeWithoutResult(ignored -> act(step, stage))));
        } catch (Problem e) {
            LOG.warn("Step {} of {} by {} was refused: {}", step.number(), step.story(), step.who(), e.getMessage());
            stages.remove(step.story());
        }
    }

    private void act(Step step, Stage stage) {
        step.act().on(stage);
        Map<String, UUID> records = stage.records();
        ledger.done(step.story(), step.number(), records);
    }
}
