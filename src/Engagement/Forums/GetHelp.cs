namespace Engagement.Forums;

/// <summary>Where to get help at once. Shown to the author of a possible disclosure with the answer to their contribution.</summary>
public static class GetHelp
{
    public static IReadOnlyList<string> Lines { get; } =
    [
        "If someone is in danger now, call 999",
        "Children and young people can call Childline free on 0800 1111, at any time",
        "If you are worried about a child, you can call the NSPCC on 0808 800 5000",
        "If you need to talk to someone, you can call Samaritans free on 116 123, at any time",
    ];
}
