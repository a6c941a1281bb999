// What the database says of a row that breaks a key, in the words of the registry.
import { AppError } from '#core/app-error.ts';
import type { Params } from '#core/diagnostic.ts';
import { isForeignKeyViolation, isUniqueViolation } from '#platform/db/violations.ts';

/** Throws `taken` where another row has the key, `registry_reference_not_found` where one it refers to is absent. */
export async function savedAs<T>(saving: Promise<T>, taken: string, params: Params = {}): Promise<T> {
  try {
    return await saving;
  } catch (error) {
    if (isUniqueViolation(error)) throw new AppError(taken, params);
    if (isForeignKeyViolation(error)) throw new AppError('registry_reference_not_found');
    throw error;
  }
}
