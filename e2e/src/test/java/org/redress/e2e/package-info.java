/** The product in use: a real process, a real browser, the data on a real disk. */
@org.jspecify.annotations.NullMarked
package org.redress.e2e;
