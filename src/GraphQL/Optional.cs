namespace GraphQL;

/// <summary>
/// An argument or a field of an input object that tells apart what was left out and what was given as null. In the schema it is nullable; a
/// null is refused when <typeparamref name="T"/> is not.
/// </summary>
/// <typeparam name="T">The value's type.</typeparam>
public readonly record struct Optional<T>
{
    private readonly T _value;

    /// <summary>A value that was given.</summary>
    /// <param name="value">The value.</param>
    public Optional(T value)
    {
        HasValue = true;
        _value = value;
    }

    /// <summary>Whether a value was given, be it null.</summary>
    public bool HasValue { get; }

    /// <summary>The value; the default of <typeparamref name="T"/> when it was left out.</summary>
    public T Value => _value;

    /// <summary>The value, or another one when it was left out.</summary>
    /// <param name="other">The other value, such as the present one.</param>
    /// <returns>One of the two.</returns>
    public T Or(T other) => HasValue ? _value : other;
}
