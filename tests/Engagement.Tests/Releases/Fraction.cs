using System.Numerics;

namespace Engagement.Tests.Releases;

/// <summary>An exact number, so that what a test finds is not an error of rounding.</summary>
internal readonly struct Fraction(BigInteger numerator, BigInteger denominator)
{
    private readonly BigInteger _denominator = denominator;

    public BigInteger Numerator { get; } = numerator;

    // What was never set is nought.
    public BigInteger Denominator => _denominator.IsZero ? 1 : _denominator;

    public int Sign => Numerator.Sign;

    public static implicit operator Fraction(int value) => new(value, 1);

    public static Fraction operator -(Fraction a, Fraction b) => Of(a.Numerator * b.Denominator - b.Numerator * a.Denominator, a.Denominator * b.Denominator);

    public static Fraction operator *(Fraction a, Fraction b) => Of(a.Numerator * b.Numerator, a.Denominator * b.Denominator);

    public static Fraction operator /(Fraction a, Fraction b) => Of(a.Numerator * b.Denominator, a.Denominator * b.Numerator);

    public static bool operator <(Fraction a, Fraction b) => (a - b).Sign < 0;

    public static bool operator >(Fraction a, Fraction b) => (a - b).Sign > 0;

    private static Fraction Of(BigInteger numerator, BigInteger denominator)
    {
        var common = BigInteger.GreatestCommonDivisor(numerator, denominator) * denominator.Sign;
        return new Fraction(numerator / common, denominator / common);
    }
}
