namespace Engagement.Seeder.Texts;

internal enum WrittenKind
{
    /// <summary>It makes a point.</summary>
    View,

    /// <summary>A greeting, or something about another matter altogether.</summary>
    Greeting,

    /// <summary>It has an address or a telephone number in it; they are from the ranges kept for fiction.</summary>
    ContactDetails,

    /// <summary>Somebody may need help. It is held, and never shown to others.</summary>
    Disclosure,

    /// <summary>It attacks a person.</summary>
    Unkind,
}
