import { findProgram } from '../../deploy/system.mjs';

/**
 * Whether the programs that check PDFs are here. `npm test` installs them or says loudly that they are missing, and in CI
 * it does not start without them; so a test may be skipped on this answer: `test.skipIf(!hasPdfTools)`.
 */
export const hasPdfTools = ['qpdf', 'pdftotext', 'pdffonts', 'pdfinfo'].every((tool) => findProgram(tool) !== null);
