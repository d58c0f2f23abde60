namespace KnowledgeBase.LuceneIndex.Ranking.Latent;

/// <summary>Functions that give the same bits on every machine.</summary>
/// <remarks>
/// The four operations and square roots are exact by IEEE 754; logarithms come from the system's library and differ in the last digit
/// from one to the next, which training would carry into every vector.
/// </remarks>
internal static class ExactMath
{
    /// <summary>Natural logarithm of a positive, finite number; off by less than 1e-14 relative to it.</summary>
    public static double Log(double value)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
        var exponent = Math.ILogB(value);
        var mantissa = Math.ScaleB(value, -exponent);
        if (mantissa > 1.4142135623730951)
        {
            mantissa /= 2;
            exponent++;
        }

        // ln m = 2 artanh((m − 1) / (m + 1)), where the argument is at most 0.172: twelve terms reach the last bit.
        var x = (mantissa - 1) / (mantissa + 1);
        var square = x * x;
        var sum = 0.0;
        for (var n = 25; n >= 1; n -= 2)
        {
            sum = (sum * square) + (1.0 / n);
        }

        return (2 * x * sum) + (exponent * 0.6931471805599453);
    }
}
