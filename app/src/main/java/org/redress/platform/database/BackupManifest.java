package org.redress.platform.database;

import java.util.List;

/**
 * What a backup says of itself.
 *
 * @param format how the file is laid out; 1 is the only one so far
 * @param product the version of the product that wrote it
 * @param writtenAt the moment of the snapshot, ISO 8601
 * @param migrations the versions of all migrations that had run, sorted
 */
record BackupManifest(
        int format,
        String product,
        String writtenAt,
        List<String> migrations,
        List<Table> tables,
        List<Sequence> sequences) {

    static final int FORMAT = 1;
    static final String ENTRY = "manifest.json";

    /**
     * @param name schema and table, quoted where SQL asks for it
     * @param columns those that are stored rather than generated, quoted likewise
     * @param sha256 of the entry's bytes, in hexadecimal
     */
    record Table(String name, List<String> columns, long rows, String sha256) {
        String entry() {
            return "tables/" + name + ".copy";
        }
    }

    /** @param next the value that it gives out next */
    record Sequence(String name, long next) {}

    long rows() {
        return tables.stream().mapToLong(Table::rows).sum();
    }
}
