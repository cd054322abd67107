/** The procedure that a notice of a birth opens. */
export const birthProcedureId = 'one-birth'
