package org.redress.platform.web;

/** Placeholder replaced in the next commit. */
final class ProblemAdvice {
    private ProblemAdvice() {}
}
