/** Names that terms of the field begin with: of people, places, cell lines' makers and molecules that keep their capital. */
const NAMES: ReadonlySet<string> = new Set(
  [
    'Alzheimer Barrett Bayesian Bernoulli Boltzmann Bonferroni Bowman Brownian Burkitt Coomassie Cox Crohn Doppler Down Dulbecco',
    'Eagle Ebola Epstein Euclidean Ewing Fisher Fourier Gaussian Giemsa Gleason Golgi Gram Graves Hamiltonian Hank Hashimoto Hill',
    'Hodgkin Huntington Janus Kaplan Kaposi Karnofsky Krebs Kruskal Kupffer Langerhans Laplace Lewy Leydig Likert Lyme Mann Marfan',
    'Markov Masson Merkel Michaelis Monte Moran Müller Müllerian Newcastle Nissl Northern Notch Paget Paneth Parkinson Pavlovian',
    'Pearson Poisson Purkinje Rac Raman Ras Rho Ringer Rous Schiff Schwann Sendai Sertoli Shannon Sjögren Southern Spearman Student',
    'Toll Tourette Tris Triton Tween Western Wilcoxon Wilms Wnt Wright Zika',
    'African Alpine American Asian Atlantic Australian Austrian Belgian Brazilian British Canadian Caucasian Chinese Danish Dutch',
    'English European Finnish French German Hispanic Indian Irish Italian Japanese Korean Latin Mediterranean Mexican Norwegian',
    'Pacific Polish Russian Scottish Spanish Swedish Swiss Turkish Welsh',
  ].flatMap(line => line.split(' ')),
)

/** Whether a phrase that begins with a capital keeps it within a sentence, as far as its words tell: “Kupffer cells”, “American Joint Committee”. */
export const beginsWithName = (phrase: string): boolean =>
  NAMES.has(/^\p{L}+/u.exec(phrase)?.[0] ?? '') ||
  /^\p{L}+(?:['’]s?\s|[-–—/]\p{Lu})/u.test(phrase) ||
  /\s\p{Lu}\p{Ll}/u.test(phrase)
