package org.redress.ground.identity;

/** A bureau: one operator's branch. Leads the key of every table, so that the data can be cut along it. */
public record BureauId(int value) {}
