import { type ExportFigures, measureExport } from './measure.ts';

const runs = [
  ...[40, 250, 1_000].flatMap((count) => [{ subject: 'notes', count } as const, { subject: 'cards', count } as const]),
  { subject: 'photographs', count: 60 } as const,
];

/** What is measured of a report, beside the same number of plain notes. */
export async function exportPart() {
  const figures = await measureExport(runs);
  const of = (subject: ExportFigures['subject'], count: number): ExportFigures => {
    const found = figures.find((run) => run.subject === subject && run.count === count);
    if (found === undefined) throw new Error(`no figures of ${count} ${subject}`);
    return found;
  };
  const [few, many, photographs] = [of('cards', 40), of('cards', 1_000), of('photographs', 60)];
  return {
    lines: [
      'The report of a board as PDF, the first that its page makes, from the click to the bytes: code, records and stage are opened,',
      'pages read off it, laid out and written; in seconds. Longest time that the page does not answer, in ms; most memory of the',
      'page and its workers beside what the open board takes. Photographs have twelve million pixels each.',
      '',
      '| subject | all | open | read | lay out | write | longest gap | pages | size | memory |',
      '| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
      ...figures.map(row),
    ],
    targets: [
      { what: 'report of 1,000 cards', value: allMs(many) / 1_000, atMost: 10, unit: 's' },
      { what: 'longest gap meanwhile', value: many.longestGapMs, atMost: 300, unit: 'ms' },
      { what: 'its size', value: many.bytes / 1_000, atMost: 1_000, unit: 'KB' },
      { what: 'size of a report of 40 cards', value: few.bytes / 1_000, atMost: 300, unit: 'KB' },
      { what: 'report of 60 photographs', value: allMs(photographs) / 1_000, atMost: 45, unit: 's' },
      { what: 'longest gap meanwhile', value: photographs.longestGapMs, atMost: 300, unit: 'ms' },
      { what: 'its size', value: photographs.bytes / 1e6, atMost: 25, unit: 'MB' },
      { what: 'its memory', value: photographs.memoryMb, atMost: 600, unit: 'MB' },
    ],
  };
}

const allMs = ({ openMs, readMs, layOutMs, writeMs }: ExportFigures): number => openMs + readMs + layOutMs + writeMs;

const row = (run: ExportFigures): string => {
  const seconds = [allMs(run), run.openMs, run.readMs, run.layOutMs, run.writeMs].map((ms) => (ms / 1_000).toFixed(2));
  const sizes = `${Math.round(run.bytes / 1_000)} KB | ${run.memoryMb.toFixed(0)} MB`;
  return `| ${run.count.toLocaleString('en')} ${run.subject} | ${seconds.join(' | ')} | ${run.longestGapMs.toFixed(0)} | ${run.pages} | ${sizes} |`;
};
