package io.hengwei.demo;

/// What a person does in a story.
interface Act {
    void on(Stage stage);
}
