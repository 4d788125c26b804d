package io.hengwei.platform.calendar;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The windows of one local day: any number, sorted, apart from each other. The set algebra of the calendar.
public record Windows(@JsonValue @Size(max = 24) List<Window> list) {
    public static final Windows NONE = new Windows(List.of());

    @JsonCreator
    public Windows {
        list = merged(list);
    }

    public static Windows parse(String... windows) {
        return new Windows(Stream.of(windows).map(Window::parse).toList());
    }

    public boolean isEmpty() {
        return list.isEmpty();
    }

    public int minutes() {
        return list.stream().mapToInt(Window::length).sum();
    }

    Windows minus(Windows removed) {
        var left = this;
        for (var window : removed.list) left = left.minus(window);
        return left;
    }

    private Windows minus(Window removed) {
        return new Windows(list.stream().flatMap(w -> remainder(w, removed)).toList());
    }

    private static Stream<Window> remainder(Window window, Window removed) {
        var left = new ArrayList<Window>(2);
        if (window.from() < removed.from()) {
            left.add(new Window(window.from(), Math.min(window.to(), removed.from())));
        }
        if (window.to() > removed.to()) {
            left.add(new Window(Math.max(window.from(), removed.to()), window.to()));
        }
        return left.stream();
    }

    private static List<Window> merged(List<Window> windows) {
        var result = new ArrayList<Window>(windows.size());
        for (var window :
                windows.stream().sorted(Comparator.comparingInt(Window::from)).toList()) {
            if (!result.isEmpty() && result.getLast().to() >= window.from()) {
                var last = result.removeLast();
                result.add(new Window(last.from(), Math.max(last.to(), window.to())));
            } else {
                result.add(window);
            }
        }
        return List.copyOf(result);
    }
}
