package org.redress.improve.insight.effect;

/**
 * Customers who are alike: cases, and those without a failure with whom they are compared.
 *
 * @param n cases
 * @param stayed of them
 * @param controls like ones without a failure; 0 where nobody is like them, and they are left out
 * @param controlsStayed of these
 */
public record AlikeGroup(Cell cell, long n, long stayed, long controls, long controlsStayed) {}
