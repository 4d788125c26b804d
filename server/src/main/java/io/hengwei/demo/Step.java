package io.hengwei.demo;

import java.time.Instant;

/// One act of a story: when, by whom, what.
///
/// @param number counted from 1 within the story
/// @param birth a record is made, and gets its number
record Step(String story, int number, Instant at, String who, boolean birth, Act act) {}
