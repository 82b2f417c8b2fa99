package org.redress.desk.care.preference;

/** A preference as it is noted. */
public record NewPreference(PreferenceKind kind, String words, Origin origin) {}
