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
        new Run(steps, company).all();
    }

    /// One telling: where each story stands, and which act of it is under way.
    private final class Run {
        private final List<Step> steps;
        private final Company company;
        private final Map<String, Ledger.Told> told = ledger.told();
        private final Map<String, Stage> stages = new ConcurrentHashMap<>();
        private final Map<String, CompletableFuture<Void>> last = new HashMap<>();
        private final Semaphore room = new Semaphore(AT_ONCE);

        Run(List<Step> steps, Company company) {
            this.steps = steps;
            this.company = company;
            steps.forEach(step ->
                    stages.computeIfAbsent(step.story(), name -> new Stage(use, records(told.get(name)))));
        }

        private static Map<String, UUID> records(Ledger.@Nullable Told told) {
            return told == null ? new ConcurrentHashMap<>() : new ConcurrentHashMap<>(told.records());
        }

        void all() {
            try (var threads =
                    Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
                for (int i = 0; i < steps.size(); i++) {
                    var step = steps.get(i);
                    if (i % 500 == 0) LOG.info("演示公司 / demo company: {} %  ({})", i * 100 / steps.size(), step.at());
                    if (isNews(step)) next(step, threads);
                }
                last.values().forEach(CompletableFuture::join);
            }
        }

        private boolean isNews(Step step) {
            var before = told.get(step.story());
            return before == null || step.number() > before.steps();
        }

        private void next(Step step, ExecutorService threads) {
            var previous = last.getOrDefault(step.story(), CompletableFuture.completedFuture(null));
            if (step.birth()) {
                previous.join();
                perform(step);
                return;
            }
            room.acquireUninterruptibly();
            last.put(
                    step.story(),
                    previous.thenRunAsync(() -> perform(step), threads)
                            .whenComplete((done, failure) -> room.release()));
        }

        /// What the product itself refuses ends the story there; that is worth a look, but no reason to have no demo.
        private void perform(Step step) {
            var stage = stages.get(step.story());
            if (stage == null) return;
            try {
                SeedClock.at(
                        step.at(),
                        () -> company.as(
                                step.who(), () -> transactions.executeWithoutResult(ignored -> act(step, stage))));
            } catch (Problem e) {
                LOG.warn(
                        "Step {} of {} by {} was refused: {}", step.number(), step.story(), step.who(), e.getMessage());
                stages.remove(step.story());
            }
        }

        private void act(Step step, Stage stage) {
            step.act().on(stage);
            ledger.done(step.story(), step.number(), stage.records());
        }
    }
}
