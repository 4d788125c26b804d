package io.hengwei.platform.approval;

import io.hengwei.platform.approval.ApprovalCommand.*;
import io.hengwei.platform.record.Birth;
import io.hengwei.platform.record.Lifecycle;
import io.hengwei.platform.record.Phase;
import io.hengwei.platform.record.ProcessRecord;
import io.hengwei.platform.shared.Refused;
import io.hengwei.platform.shared.UserId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Transient;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Table;
import tools.jackson.databind.json.JsonMapper;

/// A consent: one frozen operation and its way through the stages of the rule that held it. Its requester is the maker,
/// whose word never counts here.
@Table(schema = "approval", name = "approval")
class Approval extends ProcessRecord<ApprovalState, ApprovalCommand> {
    private static final JsonMapper JSON = JsonMapper.shared();

    private @Embedded(onEmpty = Embedded.OnEmpty.USE_NULL) Frozen frozen;
    private @Nullable String subjectName;
    private boolean runs;
    private boolean breakable;
    private String course;
    private boolean lacksPeople;
    private @Nullable Instant stageDueAt;
    private @Nullable Instant usableUntil;
    private @Nullable Instant urgedAt;
    private @Nullable String voidReason;
    private @Nullable String brokenBecause;
    private @Nullable Finding finding;
    private @Nullable UUID made;

    @Transient
    private transient @Nullable Asking asking;

    @SuppressWarnings("NullAway.Init")
    Approval() {}

    @SuppressWarnings("NullAway.Init")
    Approval(Birth birth, Draft draft, Asking asking) {
        super(birth, draft.title(), "", draft.unit(), birth.by());
        frozen = draft.frozen();
        subjectName = draft.subjectName();
        runs = draft.runs();
        breakable = draft.breakable();
        this.asking = asking;
        enter(Course.of(draft.stages()), birth.at());
    }

    @Override
    protected Lifecycle<ApprovalState, ApprovalCommand> lifecycle() {
        return ApprovalState.LIFECYCLE;
    }

    void judgeBy(Asking asking) {
        this.asking = asking;
    }

    @Override
    protected void apply(ApprovalCommand command) {
        switch (command) {
            case Approve approve -> agree(approve.opinion(), false);
            case ConfirmOnTheSpot word -> agree(word.opinion(), true);
            case Reject reject -> say(false, reject.reason());
            case SendBack back -> sendBack(back.stage() - 1);
            case HandOver over -> handOver(over.person());
            case AddSign sign -> addSign(sign);
            case Urge urge -> urge();
            case Withdraw withdraw -> requireMaker();
            case BreakGlass broken -> breakGlass(broken.reason());
            case Review review -> review(review);
            case Pass pass -> requirePassed();
            case Release release -> release();
            case Decline decline -> requireRefused();
            case CarryOut done -> made = done.made();
            case CarryOutUnreviewed done -> carriedOutUnreviewed(done);
            case Annul failed -> voidReason = failed.reason();
            case Expire expire -> {}
            case AskMore more -> askMore(more.people());
            case NoteOverdue overdue -> stageDueAt = null;
            case RenewStandIns renew -> keep(renewed());
        }
    }

    private void agree(@Nullable String opinion, boolean here) {
        course().requirePlace(here);
        say(true, opinion);
    }

    private void say(boolean yes, @Nullable String opinion) {
        requireOther(by());
        var before = course();
        var after = before.after(by(), yes, opinion, now());
        if (after.at() == before.at()) keep(after);
        else enter(after, now());
    }

    /// Nobody agrees to the own act, in whatever role and for whomever.
    private void requireOther(UserId person) {
        if (asking().approvers().own(maker()).contains(person)) throw new Refused("own-consent");
    }

    private void requireMaker() {
        if (!by().equals(requester())) throw new Refused("maker-only");
    }

    private void sendBack(int stage) {
        requireAsked();
        enter(course().backTo(stage), now());
    }

    private void requireAsked() {
        requireOther(by());
        if (!course().asked().contains(by())) throw new Refused("not-asked");
    }

    private void handOver(UserId person) {
        requireOther(by());
        requireOther(person);
        keep(course().transfer(by(), person));
    }

    private void addSign(AddSign sign) {
        requireOther(by());
        requireOther(sign.person());
        keep(course().add(by(), sign.person(), sign.position() == Position.BEFORE));
    }

    private void urge() {
        requireMaker();
        if (urgedAt != null && urgedAt.plus(asking().pause()).isAfter(now())) throw new Refused("urged-already");
        urgedAt = now();
    }

    private void breakGlass(String reason) {
        requireMaker();
        if (!breakable) throw new Refused("glass-unbreakable");
        brokenBecause = reason;
    }

    private void release() {
        requirePassed();
        usableUntil = now().plus(asking().release());
    }

    private void requirePassed() {
        if (course().now().standing() != Course.Standing.PASSED || !course().isLast())
            throw new Refused("consent-open");
    }

    private void requireRefused() {
        if (!isRefused()) throw new Refused("consent-open");
    }

    /// What was done without consent is put before those who should have been asked.
    private void carriedOutUnreviewed(CarryOutUnreviewed done) {
        made = done.made();
        if (course().now().seats().isEmpty()) enter(course(), now());
    }

    private void review(Review review) {
        requireAsked();
        finding = review.finding();
    }

    /// With those who stand in now for whoever has not spoken yet.
    Course renewed() {
        return course().standIns(person -> asking().approvers().standIns(person, maker()));
    }

    private void askMore(List<UserId> people) {
        var seats = people.stream()
                .filter(person -> !person.equals(requester()))
                .map(person -> asking().approvers().seat(person, maker(), Course.Origin.ESCALATED))
                .toList();
        keep(course().ask(seats));
        stageDueAt = dueAfter(now());
    }

    /// Asks whoever is to be asked in the present stage, unless somebody has named them already.
    private void enter(Course entering, Instant at) {
        var leg = entering.now();
        keep(leg.seats().isEmpty() ? entering.ask(asking().approvers().of(leg.stage(), this, entering)) : entering);
        stageDueAt = dueAfter(at);
    }

    private @Nullable Instant dueAfter(Instant at) {
        var limit = course().now().stage().limit();
        return limit == null ? null : at.plus(limit);
    }

    private void keep(Course next) {
        course = JSON.writeValueAsString(next);
        lacksPeople = next.now().lacksPeople();
    }

    private Asking asking() {
        if (asking == null) throw new IllegalStateException("Nobody said whom to ask");
        return asking;
    }

    Course course() {
        return JSON.readValue(course, Course.class);
    }

    boolean isPassed() {
        return course().isLast() && course().now().standing() == Course.Standing.PASSED;
    }

    boolean isRefused() {
        var standing = course().now().standing();
        return standing == Course.Standing.REFUSED || standing == Course.Standing.BACK;
    }

    @Override
    public Set<UserId> participants() {
        return course().everybody();
    }

    @Override
    public Set<UserId> asked() {
        return state() == ApprovalState.PENDING || state() == ApprovalState.TO_REVIEW ? course().asked() : Set.of();
    }

    @Override
    public @Nullable Instant dueAt() {
        return state() == ApprovalState.RELEASED ? usableUntil : state().phase() == Phase.DONE ? null : stageDueAt;
    }

    Frozen frozen() {
        return frozen;
    }

    boolean breakable() {
        return breakable;
    }

    @Nullable
    Instant stageDueAt() {
        return stageDueAt;
    }

    boolean runs() {
        return runs;
    }

    UserId maker() {
        return Objects.requireNonNull(requester());
    }

    Map<String, Object> details() {
        var details = new LinkedHashMap<String, @Nullable Object>();
        details.put("operation", frozen.operation());
        details.put("subjectKind", frozen.subjectKind());
        details.put("subjectName", subjectName);
        details.put("content", frozen.fields());
        details.put("stageDueAt", state().phase() == Phase.DONE ? null : stageDueAt);
        details.put("usableUntil", usableUntil);
        details.put("brokenBecause", brokenBecause);
        details.put("finding", finding);
        details.put("voidReason", voidReason);
        details.put("made", made);
        details.put("hash", frozen.hash());
        details.values().removeIf(Objects::isNull);
        return Map.copyOf(details);
    }
}
