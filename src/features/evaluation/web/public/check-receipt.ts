// Checks a receipt step by step, in words' order: the row, its neighbours, the root.
import { bytesToHex } from '@noble/hashes/utils.js';
import { leafHash } from '#engine/proof/merkle.ts';
import { Receipt, receiptFault, type ReceiptFault, rowBytes } from '#engine/proof/receipt.ts';

export type Checked = {
  readonly receipt: Receipt;
  readonly rowHash: string;
  readonly fault: ReceiptFault | undefined;
};

/** `root` is the published one; without it only the receipt's own consistency is shown. */
export function checkReceipt(receipt: Receipt, root: string | undefined): Checked {
  return {
    receipt,
    rowHash: bytesToHex(leafHash(rowBytes(receipt, receipt.row))),
    fault: receiptFault(receipt, root),
  };
}

/** Of the text of a file; undefined when it is no receipt. */
export function readReceipt(text: string): Receipt | undefined {
  try {
    const parsed = Receipt.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}
