namespace LearnSharp;

/// <summary>Further inputs of a row, for a loss that reads them.</summary>
public interface ILossArguments
{
    /// <summary>The argument at <paramref name="index"/> of the loss's <see cref="Loss{TResult, TTarget}.Inputs"/>.</summary>
    /// <typeparam name="T">Its declared type.</typeparam>
    /// <param name="index">Position.</param>
    T Argument<T>(int index);
}
