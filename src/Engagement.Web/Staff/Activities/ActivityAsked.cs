namespace Engagement.Web.Staff.Activities;

/// <summary>What an officer looks for in the list, as it stands in the address. What is not known is left out.</summary>
public sealed record ActivityAsked(string Show, string? District, string? Audience, string? Consultation, string? Words, string Order)
{
    public const string Coming = "coming";
    public const string Unrecorded = "planned";
    public const string Held = "held";
    public const string Cancelled = "cancelled";
    public const string All = "all";
    public const string Earliest = "earliest";
    public const string Latest = "latest";

    /// <summary>As the schema names it; null for all.</summary>
    public string? State => Show switch { Coming or Unrecorded => "PLANNED", Held => "HELD", Cancelled => "CANCELLED", _ => null };

    public bool IsNarrowed => District is not null || Audience is not null || Consultation is not null || Words is not null;

    public static ActivityAsked Of(string? show, string? district, string? audience, string? consultation, string? words, string? order)
    {
        var known = show is Unrecorded or Held or Cancelled or All ? show : Coming;
        return new ActivityAsked(
            known,
            Districts.NameOf(district) is null ? null : district,
            audience is { Length: > 0 } && ActivityTerms.Audiences.Has(audience) ? audience : null,
            string.IsNullOrWhiteSpace(consultation) ? null : consultation,
            string.IsNullOrWhiteSpace(words) ? null : words.Trim(),
            // What is still to come is read forwards, and what is over backwards.
            order is Earliest or Latest ? order : known is Coming or Unrecorded ? Earliest : Latest);
    }

    public string Address(string? after = null) => Links.With(
        ActivityLinks.List, ("show", Show), ("district", District), ("audience", Audience), ("consultation", Consultation), ("words", Words), ("order", Order), ("after", after));
}
