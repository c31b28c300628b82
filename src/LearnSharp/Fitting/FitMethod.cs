namespace LearnSharp;

/// <summary>The numerical method that trains the weights.</summary>
public enum FitMethod
{
    /// <summary>
    /// Chosen by the problem: Levenberg–Marquardt for squared, Huber and absolute losses with up to a few hundred weights, L-BFGS for other smooth
    /// losses and for more weights,
    /// Adam on mini-batches with an L-BFGS polish where rows × weights are very many, CMA-ES where there is no gradient.
    /// </summary>
    Auto,

    /// <summary>Levenberg–Marquardt: least squares (squared, Huber and absolute losses).</summary>
    LevenbergMarquardt,

    /// <summary>L-BFGS within bounds: any loss with a gradient.</summary>
    Lbfgs,

    /// <summary>Adam on mini-batches, then L-BFGS: very many rows.</summary>
    Adam,

    /// <summary>CMA-ES: search by evaluations alone, for anything.</summary>
    CmaEs,
}
