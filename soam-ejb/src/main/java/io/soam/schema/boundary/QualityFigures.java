package io.soam.schema.boundary;

/**
 * How good the data of a dataset was over some time. Shares are between 0 and 1; they are null
 * where there was nothing to take a share of.
 *
 * @param records messages
 * @param unreadable messages whose payload cannot be read
 * @param completeness share of the values that there would be if every object had all its fields
 * @param typeConflicts values whose type contradicts what the field mostly holds
 * @param outOfOrder messages with a time before the newest that their sensor has given
 * @param outOfOrderShare these, of the messages that could be compared with an earlier one
 * @param duplicates messages that had been received shortly before
 * @param futureTimes messages with a time more than a minute ahead of reception
 * @param missingTimes messages without a time
 * @param unparsableTimes messages with a time that no notation explains
 * @param latenessP50 seconds from the device's time to reception for half of the messages
 * @param latenessP95 for 95 per cent of them
 * @param latenessP99 for 99 per cent of them
 */
public record QualityFigures(
        long records,
        long unreadable,
        Double completeness,
        long typeConflicts,
        long outOfOrder,
        Double outOfOrderShare,
        long duplicates,
        long futureTimes,
        long missingTimes,
        long unparsableTimes,
        Double latenessP50,
        Double latenessP95,
        Double latenessP99) {}
