"""Given names of Slavic, Asian, African, American and Pacific cultures, folded."""

from __future__ import annotations

from quizapp.core.values.word_lists import words

_EASTERN_EUROPEAN = """
    afanasy agafya agata agnieszka akaki akulina aleksandar aleksander aleksandr aleksandra
    aleksei aleksey aleksy alena ales alexei alexey alina aliaksandr alojz anastasia anastasiya
    anatoli anatoly andrei andrej andrey andrija andriy andrzej anfisa anka ante antonin
    antonina anya apolinary ara arkady armen arpad arseny artem artyom asen ashot avdotya avram
    bajram barbora bartosz bela benedek bernat blagoje blaz boguslaw bohdan bohumil bojan
    boleslav boleslaw borislav borivoje boryana bozena bozidar branimir branislav branko
    bronislava bronislaw cecylia cyryl czeslaw dalibor damir daniil danica danilo danuta danylo
    daria darya davit davor dejan demyan denes denys desanka dezso dimitar dimitri dimitrije
    dimitrios dimitris dina dinko dmitri dmitriy dmitro dmitry dmytro dobrica dorota dragan
    dragica dragoljub dragutin dusan dzhokhar efim efrosinia egor ekaterina eleni eleftherios
    elizaveta elzbieta emilija erno ervin erzsebet esad eszter eufrozyna evdokia evgenia evgeni
    evgeny fadey fedir fedor ferenc filip fotini franciszek franjo frantisek fyodor galina
    gavrilo genadi gennady georgi georgy georgios gerasim geza giorgi gleb goran grazyna grigor
    grigori grigory grzegorz gyorgy gyula halina havryil helena henryk hovhannes hryhoriy hristo
    iakov iannis igor ignacy ignat ilija ilka ilona ilya imre innokenty ioannis ioannes irakli
    irena irina isaak iskra istvan ivan ivana ivanka ivo jadwiga jakub jana janez janos janusz
    jarmila jaromir jaroslav jaroslaw jelena jeno jerzy jindrich jiri josip jovan jovana jozef
    jozsef jozo jozsa judit juraj jure kalman kalina karel karol karolina karoly kasimir katalin
    katarzyna katerina kateryna kazimierz kirill klement klementina kliment kole kolja
    konstantinos konstanty kornel kosta kostas krassimir kresimir krystyna krzysztof ksenia
    kuzma ladislav lajos larisa laszlo lavrenty lavro lazar lech lenka leonid leonty leszek lev
    levon lidiya lubomir ludmila ludmilla ludvik ludwik luka lyubov lyudmila maciej magda
    magdolna maksim maksym malgorzata marcin marek margita marija marika mariusz mariya marko
    marton martyna matej mateusz matija matvei matyas mavra maxim mazen mieczyslaw mihail mihal
    mihaly mikalai mikhail mikhailo mikola miklos mikolaj milada milan milena mileva milica
    milivoj milka milo milos milosz miloslav milovan milutin mira miron miroslav miroslava
    mitrofan mkrtich mladen moma momcilo mstislav mykhailo mykola nada nadezhda nadezda nadia
    nandor natalia nataliya natalya natasa natasha nazar nebojsa nedeljko nevena nika nikifor
    nikita nikodim nikola nikolaos nikolay nikolaj nikolajs nikos nino nurali oksana oldrich
    oleg oleh oleksandr oleksiy olena olga olha ondrej osip ostap otakar pal panagiotis
    panteleimon parfyon pavel pavle pavlo pavlos pavol pelageya petar peteris petko petro petros
    pinkas piotr plamen platon polina praskovya predrag prokhor prokopy przemyslaw rade radka
    radmila radomir radoslav radovan raisa rajko ratko razvan rezso rodion romuald rostislav
    ruslan ryszard rustam sandor sara sava savva sawa semyon serafima sergei sergey sergiy sergo
    serhiy shota slavko slavomir slobodan snezana sofiya sofya spiridon spyros srecko stana
    stanimir stanislav stanislava stanislaw stanko stanoje stepan stevan stojan stoyan svatopluk
    svetlana svetozar svyatoslav szymon tadeusz tamara tamas taras tatiana tatjana tatyana
    teofil teodor terezia theodoros tibor tihomir timofei timofey tomasz tomislav tomo trifon
    tsvetana ulyana urszula vaclav vadim valery vanya varlam varvara vasil vasilije vasilios
    vasilisa vasily vasiliy vasko vasyl velimir velimira venelin vesna viacheslav vilem vilmos
    vissarion vit vitaly vitezslav vitold vjekoslav vlad vlado vladimir vladislav vlasta
    vlastimil vojislav vojtech volodymyr vsevolod vuk vukasin vyacheslav waclaw wanda wasyl
    wieslaw wieslawa wiktor wincenty wislawa witold wladyslaw wlodzimierz wojciech yakov
    yaroslav yefim yegor yekaterina yelena yelizaveta yevgeny yevgenia yuliya yuri yuriy
    zbigniew zdenek zdenka zdzislaw zinaida zivko zlata zlatko zofia zoltan zora zoran zoya
    zsofia zsuzsa zsuzsanna zvonimir zygmunt achilleas aikaterini alexandros alexios anastasios
    angelos antigone antonis apostolos argyro aristotelis athanasios charalambos christos
    chrysanthi despina dimitra eftychia ekaterini evangelos evanthia fotis iason ioanna kalliope
    katina kyriakos leonidas manolis maro melina michalis odysseas panos pavlina persephone
    petroula polyxeni sokratis sotiria sotiris stamatis stavros stelios thanasis thanos thekla
    themistoklis vasiliki yannis yiannis yorgos aija aivars andris arturs austra biruta dace
    edgars gunta guntis imants inese janis jazeps karlis krisjanis laima martins maris rainis
    raimonds ruta valdis vilis aldona algirdas antanas birute danute juozas jurgis kazys ona
    petras ricardas simonas stasys vytautas zigmas hele heino jaan juhan kaarel kersti lembit
    leida marju tonis villem
"""
_MIDDLE_EASTERN = """
    abbas abd abdallah abdel abdelaziz abdelhamid abdelkader abdelkrim abdirahman abdul
    abdulaziz abdulhamid abdulkadir abdullah abdullahi abdulmecid abdulrahman abdur abdurrahman
    abu adel adham adil adnan afsaneh agha ahmad ahmadou ahmed ahmet aicha aisha akbar akram ala
    alaa ali alia alireza aliya altan amal amina aminata amine amir ammar anas anwar arash
    ardeshir arif ariel arman arslan asad asghar ashraf asim asiya asma assad atatiana atef
    aydin ayesha aynur ayse aysel aziz aziza azra badr bahadur bahija bahram bakr bashar basim
    basma behcet behrouz benazir berna bilal bilge boutros burak burhan butrus celal cem cemal
    cemil cengiz cevdet chaim dalal dariush dalya daud davud dawood dawud deniz djamila djibril
    dogan doruk dov ehsan elif emine emir emre engin enver ercan erdal ergun erol ertugrul esra
    evliya eyal fadi fadwa fahd fahim fahmi fahri faisal fakhr farah farhad farid farida faridun
    farouk farrukh faruk farzana fatema fateh fatih fatma fawzi fawzia fereydoun ferhat ferit
    feroz feyza fikret firdaws firouz firuz fuad fuat galip gamal ghada ghassan gholam giora
    golda gul gulbahar gulnara gulsum habib habiba hacer hadi hadiza hafez hafiza hafsa haidar
    haim hakan hakim halide halil halima hamad hamid hamida hamza hana hanan hani haroun haroon
    harun hasan hashim hassan hatice hayat hayim haydar hayreddin hedi hikmet hind hisham hoda
    hosni hossein houari hrant huda hulya humayun husayn husein huseyin hussain hussein ibrahim
    idris ihsan ilan ilham ilyas imad iman imran inas inci intisar iqbal irfan isa ishaq
    iskandar iskender ismail ismet itzhak izzat izzet jaber jabir jafar jahan jalal jalil jamal
    jamil jamila jamshid jawad jawahir jibril jihan kadir kadri kamal kamel kamil kamran karim
    karima kasim kassem kaveh kazim kemal kenan kerem khadija khaled khalid khalida khalil khayr
    khosrow khurshid kilic koray kudret labib laila lalla latif latifa layla leila leyla lotfi
    lutfi lutfiye maha mahdi mahmoud mahmud mahmut mahnaz maimuna majid majida malik malika
    mamdouh mansour mansur mariam marwan maryam masoud massoud masud mazin mehdi mehmed mehmet
    mehrangiz mehran melek menachem meral meryem metin midhat mikail mirza moez mohamad mohamed
    mohammad mohammed mohsen moncef monir moshe mostafa mouna mourad moustafa muammar muawiya
    muhamed muhammad muhammed mukhtar mulay mumtaz munir munira murad murat musa musab mustafa
    mustapha nabil nabila nadim nadir nafisa nagib naguib nahid nahum naima najib najwa namik
    nargis nasim nasir nasreddin nasrin nasser nawal nazim nazli necati necip necmettin nermin
    nesrin nevin nihal nihat niloufar nizam nizar noor nour nur nura nuray nurettin nuri nuriye
    oguz omar omer onur orhan osama osman ottoman ouhoud oya ozgur ozan parisa parvin parviz
    payam pinar piri qasim qusay rabia rachid rafik rahim rahima rahmi ramadan ramazan rami rana
    rania rashad rashid rashida rasit rauf razia recep refik reha reshad resit resul reuven reza
    riad rifat rifaat roksana rostam ruhollah rukhsana rustem ruqayya saad sabah sabiha sabri
    sadat saddam sadi sadik sadiq sadiya safa safiya safiye sahar said saida saif sait sakina
    salah salaheddin salih salim salma salman sami samia samih samir samira samiha sana sayed
    sayyid sedat selahattin selim selma sema semiha semra serdar serif servet sevgi sevim shaban
    shabnam shadi shafiq shah shahid shahin shahla shahrazad shahrokh shapour sharif shaul
    sherin shimon shirin shlomo shmuel shukri shulamit siham sinan sirin sohrab soraya souad
    suad sukru sulaiman sulayman suleiman suleyman suheir sultan suzan syed tahir tahmina tahsin
    taj talal talat talib tamim tamer taner tarek tariq tawfiq taysir tevfik timur toufik turgut
    turhan tzvi ugur umar umit umm umut usama usman uthman uzi vahid vedat velid volkan wael
    wafa wahid walid wasim yaakov yael yahya yakub yakup yaqub yasar yasin yasir yasmin yasmina
    yavuz yehuda yehudit yigal yildiz yilmaz yisrael yitzhak yochanan yosef youcef younes
    youssef yunus yusef yusif yusuf zafer zahir zahra zaid zainab zaki zakaria zakariya zakir
    zayd zayn zaynab zehra zeina zekeriya zekiye zeynep zia ziad ziya zohra zuhair zuleyha
    zulfikar avi ehud eitan elazar elkana avigdor avraham baruch batya bracha dvora eliezer
    ephraim gershom hadassah hillel malka menahem meir mordechai nachman naftali noam ofra
    pinchas rivka ruchama shoshana shira tova yaffa yair yocheved yoram zalman zehava zipporah
    zev
"""
_SOUTH_ASIAN = """
    aarti abanindranath abhay abhijit abhishek achyut aditi aditya ajay ajit akash akhil akshay
    alka amala amar amarjit amartya ambika amit amita amitabh amol amrit amrita anand ananda
    anandi ananya anant anil anila anisha anjali anjana anju ankit annapurna anuja anupama
    anuradha aparna appa aravind archana arjun arundhati arun aruna arunima arvind asha ashok
    ashoka ashwin asima atal atul avinash babita babur badri bal bala balaji balbir baldev
    balwant basanti basant bharat bharati bhaskar bhimrao bhupen bibha bidhan bijoy bikram bimal
    bimala bina bipin birendra birsa bishan brij buddhadeva chaitanya chandan chandra
    chandrakant chandralekha chandrasekhar chandrashekhar charan charu chetan chhaya chidambaram
    chinnaswamy chitra daya dayanand debabrata debendranath deep deepa deepak deepika dev devaki
    devdas devendra devi devika dhan dhanraj dharma dharmendra dhirubhai dhondo dilip dinesh
    dipa dipankar durga dwarkanath ela ganesh ganga gaurav gauri gautam gayatri geeta girish
    gita gobind gopal gopi govind gulab gulzar gurdial gurnam gurpreet hansa hari harish
    harishchandra harpreet hema hemalata hemant himani himanshu hiralal homi indira indra
    indrani indu ishwar jagadish jagannath jagdish jagjit jaidev jai jamnalal janaki jasbir
    jatin jawaharlal jaya jayanta jayanti jayaprakash jayashree jeevan jhumpa jigme jivan jyoti
    jyotirao kabir kadambini kailash kalidas kalpana kalyani kamala kamini kanta kanti kapil
    karan kartar kasturba kaushik kavita keshav khushwant kiran kishore komal krishna krishnan
    kuldip kumar kumari kusum lakshman lakshmi lal lala lalit lalita lata latika laxman laxmi
    leela lila lokesh madan madhav madhavi madhu madhubala madhuri mahadev mahadevi mahatma
    mahendra mahesh maithili mala malati malini mamata mamta manish manisha manjit manju
    manmohan manohar manoj mansi maya meena meenakshi meera megha mina mithali mohan mohandas
    mohini mohit motilal mridula mukesh mukul mulk murali muthu muthulakshmi nalini nana nanda
    nandini nandita narayan narendra naresh narmada nasiruddin naval neela neelam neeraj neha
    nikhil nilima nirad niranjan nirmal nirmala nisha nitin nitya om omprakash padma padmini
    pandita pankaj parvati pavan phulan pooja prabha prabhakar prabhu pradeep prafulla prakash
    pramila pramod pranab prasad prasanta pratap pratibha pratima praveen prem premchand priya
    priyanka puja purnima pushpa rabindranath radha radhika raghu raghunath rahul raj raja
    rajani rajat rajendra rajesh rajeshwari rajinder rajiv rajni rajkumari raju rakesh rakhi ram
    rama ramabai ramachandra ramakrishna raman ramana ramanujan ramesh rameshwar ranjit ranjan
    rani rashmi rasipuram ratan rati ratna ravi ravindra rekha renu renuka rishi ritu ritwik
    rohini rohit romila roopa rukmini rupa sachin sadhana sahadev sahir saibal samar sambhaji
    sandeep sangeeta sanjay sanjeev sanjukta santosh sarala sarat saraswati sardar sarita
    sarojini sarvepalli sarvesh satish satya satyajit satyendra satyendranath savita savitri
    savitribai seema shakuntala shalini shankar shanta shanti sharada sharmila shashi sheela
    shekhar shiv shiva shivaji shobha shrikant shreya shubha shweta shyam shyama siddhartha sita
    smita sneha soumitra soumya sri srinivasa srinivas subhas subhash subhadra subramania
    subramaniam subrahmanyan sucheta sudha sudhir sugathakumari sujata suman sumati sumit
    sumitra sunanda sundar sunil sunita suraj surendra suresh surjit surya sushil sushila sushma
    swami swapna swarna swati syama tanuja tara taraknath tarun teji tenzing toru tulsi udayan
    uday ujjal uma umesh upendra urmila usha uttam vaikom vallabhbhai vandana varsha vasant
    vasanta vasudev veena venkat venkata venkataraman vibha vidya vijay vijaya vikas vikram
    vimala vinay vinayak vineet vinod vinoba vishal vishnu vishwanath vivek yamini yamuna yash
    yashoda yashwant yogesh anura ariyaratna chandrika damayanthi gamini kumara lasantha mahinda
    malathi nimal ranasinghe sanath sirimavo sunethra upul bhumibol chencho dorje dorji gyatso
    karma lhamo lobsang namgyal nawang ngawang norbu pasang pema phurba rinchen sonam tashi
    tenzin thinley tsering ugyen yeshe
"""
_EAST_AND_SOUTH_EAST_ASIAN = """
    ai aiko aki akihiko akihito akiko akio akira asako asami atsuko atsushi ayako ayumi chieko
    chihiro chiyo chiyoko chizuko daisuke eiichi eiji eiko emiko etsuko fujiko fumiko fumio
    fusae goro hachiro hanako haruka haruki haruko haruo hideki hidemi hideo hideyo hideyoshi
    hikaru hiroaki hiroko hiromi hiroshi hiroyuki hisako hisashi hitoshi honoka ichiro ieyasu
    isamu isao isoroku izumi jiro jun junichi juniciro junko jutaro kaede kaito kakuei kamejiro
    kana kanae kanako kaori kaoru katsuhiko katsuko kazuhiko kazuko kazuo kazuya keiichi keiko
    keita keizo ken kenichi kenji kenta kenzaburo kenzo kiku kikue kimiko kinuyo kiyoko kiyoshi
    kobo koichi koji kokichi kotaro kumiko kunihiko kyoko mai maki makiko makoto mamoru manabu
    mariko maruyama masaaki masahiko masahiro masako masami masanobu masao masaru masashi masato
    masayoshi mayumi megumi michiko michio midori mieko miho mika mikiko mineko minoru misaki
    misako mitsuko mitsuo miyako miyoko mizuki momoko morihiro motoko nagisa nanami naoki naoko
    natsuko natsume nobuko nobunaga nobuo nobuyuki noriko norio osamu otomo reiko ren rie rieko
    riichi rin risa ryoichi ryoko ryota ryuichi ryunosuke saburo sachiko sadako sadao saki
    sakiko sakura satoko satomi satoru satoshi sayaka sayuri seiichi seiji seiko setsuko shigeko
    shigeo shigeru shinichi shinji shinobu shinzo shiori shizuka shizuko shohei shoichi shoji
    shozo shun shuji sojiro soichiro sosuke sumiko susumu suzuko tadao tadashi taichi taiichi
    takako takashi takayuki takeo takeshi taki takuya tamae tamaki tamiko tamotsu taro tatsuo
    tatsuya teiko teruko tetsuko tetsuo tetsuya tohru tokiko tomiko tomohiro tomoko tomoyuki
    toshiko toshio toshiro toyoko tsuneo tsutomu tsuyoshi umeko ume utako wakako yaeko yasuhiro
    yasujiro yasuko yasuo yasushi yoichi yoko yori yoritomo yoshie yoshiko yoshimi yoshinobu
    yoshio yoshiro yoshitaka yoshiyuki yosuke yui yuichi yuka yukari yuki yukiko yukio yuko yumi
    yumiko yuriko yusuke yutaka xiaoping zedong enlai jinping ling mei ming qing xiu ying yun
    zhen bao cixi dewei fang guang hui jian jiang lan lei lian meiling ning ping qian rong shan
    shu wei weiming wen xia xiaoming xin xing xue yan yi yifu yong youyou yu yuan yue zhi
    zhiyuan eun hyun ji jin joon kyung min minho soo sook sung ui yeon yoon young anh binh bich
    chau cuong diem dung duc giang hai hang hanh hien hieu hoa hoang hong huong huu khanh kieu
    linh loan minh nam nga ngoc nguyet nhan nhung phuc phuong quang quoc quyen quynh son tam
    thanh thao thi thien thu thuy tien toan trang trinh trung tuan tuyet van vinh vo xuan yen
    achmad adi agus agung anak andi ani ari arief asep ayu bambang basuki bayu budi bung cipto
    cut dewi dian djoko dwi eka eko endang fajar gusti gunawan hamengkubuwono hartono hatta
    hendra hermawan i indah iwan joko kadek kartini ketut komang kusuma made megawati muhamad
    ngurah ni nyoman pramoedya prabowo putri putu raden rahmat retno rini rizal rukmana sari
    setiawan siti slamet soekarno suharto sukarno susilo sutan sutomo tjokroaminoto tri tuti
    untung utami wahyu wayan widodo yanti yohanes yudi yuni zainal aung daw khin kyaw ma maung
    myint ne nyi sein soe su than thant thein thura tin u win zaw apichart boonmee chai chaiwat
    chulalongkorn kanya kittisak malee mongkut narong nattapong niran pibul plaek prasert pridi
    siriporn sirikit somchai somsak sompong srinagarindra supaporn surin suchart thaksin thanom
    wichai yingluck bopha chan channary chea dara hun kosal mony norodom phirun rithy sihanouk
    sokha sophal sopheap souphanouvong souvanna vann vuthy apolinario corazon crisostomo imelda
    melchora ninoy batbayar batu bold borte chinggis choibalsan damdin ganzorig khulan kublai
    mongke ogedei otgonbayar sukhbaatar temujin tolui tsetseg
"""
_AFRICAN_AND_OTHERS = """
    abeba abebe abeni abiola abioye abosede abubakar achieng adaeze adanna adaobi adebayo
    adebola adebisi adeola adesina adetokunbo adeyemi adjoa adunni afia afua agyeman aissatou
    ajani akin akinola akinwande akosua akua akwasi alemayehu alhassan alieu alpha alusine ama
    amaka amadou ameyo aminatou anikulapo araba asante ato awa awino aya ayi ayodele ayo ayodeji
    azikiwe azubuike baba babatunde bahta balewa bankole barack barima bekele belay berhane
    bineta birtukan blessing bola boubacar bukola busisiwe chanda cheikh cheikha chibuzo chidi
    chidinma chike chima chimamanda chinedu chinonso chinua chinwe chioma chipo chukwuemeka
    chukwudi chuma dambudzo dawit desta diallo dikembe dineo djeneba djibo domitien dumisani
    ebele ebrima efua ekow ekua ekundayo emeka emebet emeria enitan esi eshetu eyasu ezinne
    fadumo fanta fatimata fatou fatoumata felwine femi fela folasade folake funmilayo funke
    garba getachew gichuru girma goodluck habtamu hailu haile hawa hirut idrissa ifeanyi ifeoma
    ifeyinwa ikechukwu imani isatou isha issa itai jabu jakaya jomo joram juma kabede kagiso
    kalu kamau kande kandia karanja kebede kelechi khadim khadijatou khama kidane kipchoge kofi
    kojo kolawole koffi kossi kwabena kwadwo kwaku kwame kwasi kwesi lamine lerato lesedi leymah
    lindiwe lungile lupita mahalia mahamadou makeda makena malick mamadou mamphela mandla
    mangosuthu mariama mariame mbali mebrat mekonnen melaku menelik mensah meles moctar modibo
    mohale moleka moremi mosi moussa mpho mulugeta mumbi muthoni mutua muteteli mwai mwangi
    naledi ndidi neema neo ngozi ngugi njeri njoroge nkechi nkosazana nnamdi nnedi nobuhle
    nokuthula nomsa nomvula nomzamo nosipho nthabiseng nuru nyambura nyasha obafemi obi obiageli
    ochieng odinga okechukwu okello okonkwo okwudili olabisi oladele oladipo olaudah olayinka
    olu olufemi olufunmilayo olumide olusegun oluwaseun omolara omondi onyeka onyekachi otieno
    ousmane oumar oumou pascaline patience paballo penda philiswa pixley pumla quaco rafiu ras
    rasheed refilwe rolihlahla rosine rugare ruvimbo sade safia salif salou samba sanaa
    sarraounia saran sbongile seble sefu segun sekou selam seleshi seretse shaka shehu sheku
    sibongile sidiki simba sindiwe sipho siphiwe sizwe solome solomon sophonisba soyinka
    sundiata tadesse tafari tafawa taiwo tamba tandi tanisha tariro tatenda taytu tekle tendai
    tesfaye teshome thabiso thabo thandi thandeka thandiwe themba thembi thierno thomasina thoko
    tigist tirunesh titilayo tolu tsegaye tsitsi tumelo tunde uche uchenna ugochi uzoma umaru
    unathi uzoamaka vusi wambui wangari wangui wanjiru wairimu wole workneh xolani yaa yakubu
    yaw yejide yemi yetunde yewande yohannes yoweri zanele zara zenzile zewditu zodwa zoleka
    zola zukiswa rakoto andry haja lalao naivo ranavalona radama rasoa voahangy atahualpa ccori
    cuauhtemoc huascar illapa inti itzel kusi manco mayta nayeli pachacutec rumi sisa tupac
    waman wayra xochitl yupanqui aymara bartolina killa nahuel rayen caupolican aputsiaq arnaq
    aviaja ivalo minik nivi nuka nukaka pipaluk qillaq ujarak ulloriaq matthaeus aroha hemi hine
    hinemoa hohepa hone hongi kahu kereama kiri kupe mana manaia marama mere mereana moana ngaio
    ngaire pania piripi rangi rangimarie rawiri rewi ropata tama tamati tane tariana te tipene
    titewhai wiremu whina afioga fale fetu ioane lagi leilani lani kalani kalakaua kamehameha
    kanani keali keola keoni kealoha liliuokalani lupe malia mele nalani noelani pele sefina
    sela semisi sina sione taufaahau tavita tevita tui viliami vaiola losa ratu seru bulou
    mataio makereta penisimani apirana maui tevake mau bennelong truganini oodgeroo yagan
    pemulwuy sagira nefertiti hatshepsut ramesses thutmose akhenaten tutankhamun cleopatra
    ptolemy hammurabi nebuchadnezzar ashurbanipal sargon gilgamesh cyrus darius xerxes
    artaxerxes cambyses socrates plato aristotle euclid archimedes pythagoras herodotus
    thucydides xenophon homer hesiod sophocles euripides aeschylus aristophanes pindar sappho
    pericles themistocles alcibiades demosthenes hypatia hippocrates galen strabo plutarch
    polybius eratosthenes hipparchus ptolemaeus cicero virgil ovid livy tacitus suetonius seneca
    pliny juvenal catullus lucretius tiberius caligula claudius nero vespasian titus domitian
    trajan hadrian commodus septimius caracalla diocletian constantine justinian theodosius
    gaius gnaeus publius quintus sextus aulus agrippina brutus pompey hannibal hamilcar scipio
    spartacus vercingetorix boudicca attila alaric theodoric clovis saladin avicenna averroes
    confucius mencius laozi copernicus galileo titian caravaggio voltaire moliere erasmus
    nostradamus paracelsus vesalius tycho
"""
MORE_GIVEN_NAMES = frozenset(
    words(_EASTERN_EUROPEAN + _MIDDLE_EASTERN + _SOUTH_ASIAN)
    + words(_EAST_AND_SOUTH_EAST_ASIAN + _AFRICAN_AND_OTHERS)
)
