package org.redress.platform.web;

import java.util.Locale;

/** A signed-in person switched to a language; who keeps preferences may remember it. */
public record LanguageChosen(Speaks person, Locale language) {}
