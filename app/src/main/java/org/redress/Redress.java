package org.redress;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The product as one application. It is started by {@code org.redress.cli.Main}. */
@SpringBootApplication
public class Redress {}
