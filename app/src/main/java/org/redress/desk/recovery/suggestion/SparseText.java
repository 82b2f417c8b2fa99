package org.redress.desk.recovery.suggestion;

/** A text as numbers: which terms of a vocabulary it has, and what each weighs; of length 1 as a vector. */
@SuppressWarnings("ArrayRecordComponent") // never compared; read in the innermost loop
record SparseText(int[] at, float[] value) {}
