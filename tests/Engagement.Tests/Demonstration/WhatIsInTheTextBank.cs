using System.Text.RegularExpressions;
using Engagement.Seeder;
using Engagement.Seeder.Texts;

namespace Engagement.Tests.Demonstration;

/// <summary>The sentences of which the demonstration is made.</summary>
public sealed partial class WhatIsInTheTextBank
{
    private const int MostWordsInEasyRead = 15;

    /// <summary>All that is written with a capital inside a sentence: none is a place, a school or a person.</summary>
    private static readonly HashSet<string> Capitals =
    [
        "I", "YOU", "OK", "SEND", "SENCO", "TA", "ADHD", "GCSE", "A&E", "Code", "Local", "Offer", "Easy", "Read", "Year", "English", "Down", "Christmas", "Easter",
        "Monday", "Tuesday", "Thursday", "Friday", "Saturday",
        "January", "February", "March", "April", "July", "August", "September",
    ];

    private static IEnumerable<string> Sentences => TextBank.Instance.Points.SelectMany(point =>
        point.Sentences.Values.SelectMany(list => list).Concat(point.EasyReadSentences));

    private static IEnumerable<string> Everything => Sentences
        .Concat(TextBank.Instance.Asides.Values.SelectMany(list => list))
        .Concat(TextBank.Instance.Parts.Values.SelectMany(list => list))
        .Concat(TextBank.Instance.Points.SelectMany(point => new[] { point.Title, point.YouSaid, point.AnswerText, point.Because, point.EasyRead }));

    [Fact]
    public void It_has_sixty_points_with_keys_of_their_own()
    {
        TextBank.Instance.Points.Count.ShouldBe(60);
        TextBank.Instance.Points.Select(point => point.Key).ShouldBeUnique();
        TextBank.Instance.Points.Select(point => point.Title).ShouldBeUnique();
    }

    [Fact]
    public void A_subject_has_at_least_25_sentences_and_none_is_there_twice()
    {
        foreach (var topic in TextBank.Instance.Points.GroupBy(point => point.Topic))
            topic.Sum(point => point.Count).ShouldBeGreaterThanOrEqualTo(25, topic.Key);

        Sentences.ShouldBeUnique();
    }

    [Fact]
    public void Every_point_has_something_of_each_mood() => TextBank.Instance.Points.ShouldAllBe(point =>
        point.Sentences[Mood.Bad].Length >= 7 && point.Sentences[Mood.Good].Length >= 2 && point.Sentences[Mood.Wish].Length >= 2);

    [Fact]
    public void Young_people_have_Easy_Read_sentences_on_every_point() =>
        TextBank.Instance.ByVoice[Voice.YoungPeople].ShouldAllBe(point => point.EasyReadSentences.Length >= 5);

    [Fact]
    public void A_sentence_in_Easy_Read_has_at_most_15_words()
    {
        var easy = TextBank.Instance.Points.SelectMany(point => point.EasyReadSentences.Append(point.EasyRead)).Append(StrategyWords.EasyReadProposal)
            .Concat(StrategyRendition.Items.SelectMany(item => new[] { item.Text, item.Hint ?? "" }));

        easy.SelectMany(SentencesOf).Where(sentence => sentence.Split(' ').Length > MostWordsInEasyRead).ShouldBeEmpty();
    }

    [Fact]
    public void A_sentence_in_Easy_Read_has_one_idea_in_short_words()
    {
        var sentences = TextBank.Instance.Points.SelectMany(point => point.EasyReadSentences).SelectMany(SentencesOf).ToList();

        sentences.Where(sentence => sentence.Contains(';', StringComparison.Ordinal) || sentence.Contains(" which ", StringComparison.Ordinal)).ShouldBeEmpty();
        sentences.SelectMany(sentence => sentence.Split(' ')).Average(word => word.Length).ShouldBeLessThan(4.5);
    }

    [Fact]
    public void No_place_school_or_person_is_named()
    {
        var strange = Everything
            .SelectMany(text => CapitalInside().Matches(text).Select(match => match.Groups[1].Value))
            .Where(word => !Capitals.Contains(word))
            .Distinct();

        strange.ShouldBeEmpty();
    }

    [Fact]
    public void Numbers_and_addresses_are_from_the_ranges_kept_for_fiction()
    {
        var contacts = Enumerable.Range(0, 200).Select(i => new ViewWriter(7).WriteForModeration(WrittenKind.ContactDetails, Voice.Parents, i).Text).ToList();

        contacts.SelectMany(text => Telephone().Matches(text).Select(match => match.Value))
            .ShouldAllBe(number => number.StartsWith("07700 900", StringComparison.Ordinal) || number.StartsWith("01632 960", StringComparison.Ordinal));
        contacts.SelectMany(text => Address().Matches(text).Select(match => match.Value)).ShouldAllBe(address => address.EndsWith(".example.test", StringComparison.Ordinal));
        contacts.ShouldAllBe(text => Telephone().IsMatch(text) || Address().IsMatch(text));
    }

    private static IEnumerable<string> SentencesOf(string text) =>
        EndOfSentence().Split(text).Select(sentence => sentence.Trim()).Where(sentence => sentence.Length > 0);

    [GeneratedRegex(@"[.?!](?:\s|$)", RegexOptions.CultureInvariant)]
    private static partial Regex EndOfSentence();

    // A capital after a letter, a comma or an opening quote; the beginnings of sentences and alternatives are not looked at.
    [GeneratedRegex(@"[a-z,']\s(?:')?([A-Z][\w&]*)", RegexOptions.CultureInvariant)]
    private static partial Regex CapitalInside();

    [GeneratedRegex(@"0\d{4} ?\d{6}", RegexOptions.CultureInvariant)]
    private static partial Regex Telephone();

    [GeneratedRegex(@"\S+@\S+\.\w+", RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
