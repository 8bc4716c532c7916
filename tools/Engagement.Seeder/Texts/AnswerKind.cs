namespace Engagement.Seeder.Texts;

internal enum AnswerKind
{
    WeWill,
    WeDid,
    WeCannot,
}
