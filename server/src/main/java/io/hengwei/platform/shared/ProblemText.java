package io.hengwei.platform.shared;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// A problem in words, for where it is kept rather than answered.
@Component
public class ProblemText {
    private final MessageSource messages;

    ProblemText(MessageSource messages) {
        this.messages = messages;
    }

    /// What its detail says to somebody of this language.
    public String of(Problem problem, Locale locale) {
        return String.valueOf(
                messages.getMessage(problem.detailKey(), problem.arguments(), problem.getMessage(), locale));
    }
}
