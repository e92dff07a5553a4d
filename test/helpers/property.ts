import fc from 'fast-check'

/**
 * fast-check with a stated seed: the same tests on the same code come to the same end, here and in continuous
 * integration. ADMISSIBLE_TEST_SEED=n draws other cases. A failure names its seed and the path to its smallest case.
 */
fc.configureGlobal({ seed: Number(process.env.ADMISSIBLE_TEST_SEED ?? 2004) })

export default fc
