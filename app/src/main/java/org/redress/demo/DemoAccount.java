package org.redress.demo;

/** A sign-in of the demonstration, or the first administrator of an empty bureau; {@code post} as in {@code Posts}. */
public record DemoAccount(String signIn, String password, String name, String post) {}
