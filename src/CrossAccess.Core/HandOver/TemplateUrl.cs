using System.Text.RegularExpressions;

namespace CrossAccess;

/// <summary>
/// The address of an object in S3, from which alone CloudFormation reads a template.
/// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cfn-console-create-stacks-quick-create-links.html
/// </summary>
internal static partial class TemplateUrl
{
    private const int LengthLimit = 1024;

    public static string Parse(string text)
    {
        string trimmed = text.Trim();
        if (trimmed.Length <= LengthLimit && Pattern().IsMatch(trimmed)) return trimmed;
        throw new ClientAccessException(
            ClientAccessError.InvalidText,
            $"'{Printable.Of(trimmed)}' is not where CloudFormation can read a template: type the https address of an object in S3, such as https://acme-templates.s3.eu-west-1.amazonaws.com/AbcCorp/cloudformation.yaml, without a signature.");
    }

    // Bucket before the host or first in the path; a version may be named, a signature would be a secret in a file.
    // https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html
    [GeneratedRegex(
        @"\Ahttps://([a-z0-9][a-z0-9.-]{1,61}[a-z0-9]\.s3([.-][a-z0-9.-]+)?\.amazonaws\.(com|com\.cn|eu)|s3([.-][a-z0-9.-]+)?\.amazonaws\.(com|com\.cn|eu)/[a-z0-9][a-z0-9.-]{1,61}[a-z0-9])/[A-Za-z0-9!_.*'()/%+=,@~-]+(\?versionId=[A-Za-z0-9._-]+)?\z",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
