package io.hengwei.platform.record;

/// An operation to which nobody is asked to consent, whatever the rules name: it says what has happened already, what
/// the system did, what a person did to the own account; or it is a word in a consent itself.
public interface Unheld extends Operation {}
