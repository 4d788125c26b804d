package io.hengwei.platform.notification;

import io.hengwei.platform.identity.Addresses;
import io.hengwei.platform.notification.MailQueue.Waiting;
import io.hengwei.platform.setting.Settings;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.UserId;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Sends the letters that wait, every few seconds on every node; pauses grow longer with each attempt that fails.
@Component
@EnableScheduling
class Mailer {
    private static final Logger LOG = LoggerFactory.getLogger(Mailer.class);
    private static final int AT_ONCE = 20;

    private final ObjectProvider<JavaMailSender> senders;
    private final MailQueue queue;
    private final Letters letters;
    private final Addresses addresses;
    private final Settings settings;

    Mailer(
            ObjectProvider<JavaMailSender> senders,
            MailQueue queue,
            Letters letters,
            Addresses addresses,
            Settings settings) {
        this.senders = senders;
        this.queue = queue;
        this.letters = letters;
        this.addresses = addresses;
        this.settings = settings;
    }

    @Scheduled(initialDelayString = "PT5S", fixedDelayString = "PT3S")
    void run() {
        var sender = senders.getIfAvailable();
        while (sender != null && sendSome(sender) == AT_ONCE) continue;
    }

    /// @return how many letters were taken from the queue
    int sendSome(JavaMailSender sender) {
        var waiting = queue.take(AT_ONCE);
        if (waiting.isEmpty()) return 0;
        var people = waiting.stream().map(Waiting::person).collect(Collectors.toSet());
        var known = Scope.asSystem(() -> addresses.of(people));
        waiting.forEach(letter -> send(sender, letter, known));
        return waiting.size();
    }

    private void send(JavaMailSender sender, Waiting letter, Map<UserId, Addresses.Address> known) {
        var to = known.get(letter.person());
        if (to == null || to.email() == null) {
            queue.failed(letter, "NOT_SENT", Channels.Reason.NO_ADDRESS.name());
            return;
        }
        try {
            var message = sender.createMimeMessage();
            letters.write(message, letter, to);
            sender.send(message);
            queue.sent(letter);
        } catch (AddressException e) {
            queue.failed(letter, "FAILED", String.valueOf(e.getMessage()));
        } catch (MailException | MessagingException e) {
            again(letter, String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            // One letter that cannot be written must not keep the others.
            again(letter, e.toString());
        }
    }

    private void again(Waiting letter, String reason) {
        LOG.warn("A letter could not be sent, attempt {}: {}", letter.attempts(), reason);
        if (letter.attempts() >= settings.value(NotificationSettings.EMAIL_ATTEMPTS))
            queue.failed(letter, "FAILED", reason);
        else queue.later(letter, Attempts.pauseAfter(letter.attempts()), reason);
    }
}
